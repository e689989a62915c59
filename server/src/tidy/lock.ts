type Entry = {
  version?: string
  resolved?: string
  link?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}
export type Lock = { packages: Record<string, Entry> }

/** The packages of others that are installed for a workspace on this platform, types not counted: their places in the lockfile. */
export function treeOf(lock: Lock, workspace: string): string[] {
  const found = new Set<string>()
  const climb = (place: string): void => {
    const entry = lock.packages[place]!
    const optionalPeer = (name: string) => entry.peerDependenciesMeta?.[name]?.optional ?? false
    const asked = [
      ...Object.keys(entry.dependencies ?? {}),
      ...Object.keys(entry.optionalDependencies ?? {}),
      ...Object.keys(entry.peerDependencies ?? {}).filter((name) => !optionalPeer(name)),
    ]
    for (const name of asked) {
      const there = placeOf(lock, place, name)
      if (!there || found.has(there) || name.startsWith('@types/') || isForeign(lock.packages[there]!)) continue
      found.add(there)
      climb(there)
    }
  }
  climb(workspace)
  return [...found].sort()
}

// As Node looks for it: in the package's own node_modules, then in every folder above.
function placeOf(lock: Lock, from: string, name: string): string | undefined {
  const folders = from.split('/')
  for (let depth = folders.length; depth >= 0; depth--) {
    const place = [...folders.slice(0, depth), 'node_modules', name].join('/')
    if (place in lock.packages) return place
  }
  return undefined
}

const isForeign = ({ os, cpu }: Entry): boolean =>
  (os !== undefined && !os.includes(process.platform)) || (cpu !== undefined && !cpu.includes(process.arch))

/** Addresses in the lockfile, packages loaded that are not the server's own, and too many of them. */
export function checkLock(lock: Lock, loaded: string[], most = 130): string[] {
  // Where packages come from is the business of whoever installs them.
  const wrong = Object.entries(lock.packages)
    .filter(([, entry]) => !entry.link && entry.resolved !== undefined)
    .map(([place]) => `${place} says where it was downloaded`)
  const tree = new Set(treeOf(lock, 'server'))
  wrong.push(
    ...loaded.filter((place) => !tree.has(place)).map((place) => `${place} is loaded and not installed for the server`),
  )
  if (loaded.length > most) wrong.push(`the server loads ${loaded.length} packages of others; ${most} are enough`)
  return wrong
}
