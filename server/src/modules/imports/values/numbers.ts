/** What a text was read as, or what is wrong with it (a code of words.ts). */
export type Said<T> = { ok: T } | { wrong: string; details?: Record<string, unknown> }

/** A decimal number, exactly: `whole` × 10^−`scale`. */
export type Decimal = { whole: bigint; scale: number }

const signs = /^[¥$€£]|^(?:CNY|RMB|USD|EUR|GBP)|(?:元|圆|CNY|RMB|USD|EUR|GBP)$/gi

const plainest = /^(-?)(\d{1,13})(?:\.(\d{1,6}))?$/
const forms = {
  '.': /^(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/,
  ',': /^(\d*)(?:,(\d*))?(?:[eE]([+-]?\d{1,2}))?$/,
}

/**
 * Reads a number as people and systems write it: full-width digits, groups of thousands, currency signs, a minus in front or behind,
 * brackets for negative, an exponent. `decimal` parts the fraction.
 */
export function readDecimal(text: string, decimal: '.' | ',' = '.'): Said<Decimal> {
  // Nearly all numbers of nearly all files look like this, and a file has millions.
  const plainly = decimal === '.' ? plainest.exec(text) : null
  if (plainly) {
    const [, minus = '', digits = '', fraction = ''] = plainly
    const kept = fraction.endsWith('0') ? fraction.replace(/0+$/, '') : fraction
    return { ok: { whole: BigInt(minus + digits + kept), scale: kept.length } }
  }
  let plain = text
    .normalize('NFKC')
    .replace(/[\s'_]/g, '')
    .replace(/[−–]/g, '-')
  let negative = false
  if (/^\(.*\)$/.test(plain)) {
    negative = true
    plain = plain.slice(1, -1)
  }
  plain = plain.replace(signs, '')
  if (/^-|-$/.test(plain)) {
    negative = !negative
    plain = plain.replace(/^-|-$/, '').replace(signs, '')
  }
  plain = plain.replace(/^\+/, '').replace(signs, '')
  const [point, group] = decimal === '.' ? ['.', ','] : [',', '.']
  if (plain.includes(group)) {
    const [whole = '', ...rest] = plain.split(point)
    const groups = whole.split(group)
    const even = groups.every((part, at) => (at === 0 ? /^\d{1,3}$/ : /^(\d{3}|\d{4})$/).test(part))
    if (!even || rest.some((part) => part.includes(group))) return { wrong: 'not_a_number' }
    plain = [groups.join(''), ...rest].join(point)
  }
  const match = forms[decimal].exec(plain)
  const [, whole = '', fraction = '', exponent = '0'] = match ?? []
  if (!match || whole + fraction === '' || whole.length > 30 || fraction.length > 40) return { wrong: 'not_a_number' }
  let scale = fraction.length - Number(exponent)
  let digits = BigInt(whole + fraction)
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n
    scale -= 1
  }
  if (scale < 0) {
    digits *= 10n ** BigInt(-scale)
    scale = 0
  }
  return { ok: { whole: negative ? -digits : digits, scale } }
}

/** A decimal × 10^`places` as a whole number, or nothing when something would be lost. */
export function exactly({ whole, scale }: Decimal, places: number): number | undefined {
  if (scale > places) return undefined
  const value = whole * 10n ** BigInt(places - scale)
  return value >= -9_007_199_254_740_991n && value <= 9_007_199_254_740_991n ? Number(value) : undefined
}

/** A decimal × 10^`places`, rounded half away from zero; nothing when it leaves the safe integers. */
export function rounded({ whole, scale }: Decimal, places: number): number | undefined {
  if (scale <= places) return exactly({ whole, scale }, places)
  const divisor = 10n ** BigInt(scale - places)
  const negative = whole < 0n
  const value = ((negative ? -whole : whole) + divisor / 2n) / divisor
  return value <= 9_007_199_254_740_991n ? Number(negative ? -value : value) : undefined
}

/** A whole number. */
export function readWhole(text: string): Said<number> {
  const read = readDecimal(text)
  if ('wrong' in read) return read
  const value = exactly(read.ok, 0)
  return value === undefined ? { wrong: 'not_whole' } : { ok: value }
}
