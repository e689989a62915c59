/** So many failures are forgiven before the first lock: a person mistypes, and a whole shop may share one address. */
export const forgiven = { login: 5, address: 40 }

const firstLockS = 30
const longestLockS = 900

/** For how many seconds a login or an address is locked after its n-th failure: 30 s, then twice as long each time, at most 15 min. */
export function lockSeconds(failures: number, free: number): number {
  if (failures < free) return 0
  return Math.min(firstLockS * 2 ** Math.min(failures - free, 20), longestLockS)
}

/** The address for counting: an IPv6 network of one customer (/64) is one address, for whoever has one has them all. */
export function countedAddress(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip
  const [head = '', tail] = ip.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest].slice(0, 4).join(':')
}
