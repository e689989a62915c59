// node scripts/ages.mjs [since]: asks the registry how old the versions are that the lockfile has gained since a commit (HEAD unless said), and
// ends with 1 if one is younger than seven days. For whoever adds a dependency; never run in CI, which has no network.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const since = process.argv[2] ?? 'HEAD'
const versionsOf = (text) =>
  new Set(
    Object.entries(JSON.parse(text).packages)
      .filter(([place, { link }]) => place.includes('node_modules/') && !link)
      .map(([place, { version }]) => `${place.slice(place.lastIndexOf('node_modules/') + 13)}@${version}`),
  )
const before = versionsOf(
  execFileSync('git', ['show', `${since}:package-lock.json`], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }),
)
const fresh = [...versionsOf(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))].filter(
  (one) => !before.has(one),
)
let young = 0
for (const one of fresh) {
  const at = one.lastIndexOf('@')
  const times = JSON.parse(
    execFileSync('npm', ['view', one.slice(0, at), 'time', '--json'], { encoding: 'utf8', maxBuffer: 1e8 }),
  )
  const days = Math.floor((Date.now() - Date.parse(times[one.slice(at + 1)])) / 86_400_000)
  if (!(days >= 7)) young += 1
  console.log(`${days >= 7 ? 'ok   ' : 'YOUNG'} ${one}: ${days} days`)
}
console.log(`${fresh.length} new since ${since}, ${young} younger than seven days`)
process.exitCode = young > 0 ? 1 : 0
