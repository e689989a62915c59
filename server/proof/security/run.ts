// Runs the tests that docs/security.md names and keeps how they ended: npx node server/proof/security/run.ts [--without-browser]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Results } from './table.ts'
import { allItems, keyOf, resultsFile } from './table.ts'

const root = join(import.meta.dirname, '../../..')
const wanted = allItems.flatMap(({ standing }) => (standing.kind === 'tests' ? standing.tests : []))
// With words, only the files whose paths have one of them; the others keep how they ended before.
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const files = [...new Set(wanted.map(({ file }) => file))]
  .filter((file) => asked.length === 0 || asked.some((word) => file.includes(word)))
  .sort()
const browser = (file: string) => file.startsWith('e2e/')
const before = JSON.parse(readFileSync(resultsFile, 'utf8')) as Results
const seen = new Map<string, { title: string; status: string }[]>()

function run(folder: string, some: string[]): void {
  if (some.length === 0) return
  const place = mkdtempSync(join(tmpdir(), 'changke-security-'))
  const report = join(place, 'report.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const words = [vitest, 'run', ...some, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  spawnSync(process.execPath, words, { cwd: join(root, folder), stdio: 'inherit' })
  type Report = { testResults: { name: string; assertionResults: { title: string; status: string }[] }[] }
  for (const { name, assertionResults } of (JSON.parse(readFileSync(report, 'utf8')) as Report).testResults)
    seen.set(relative(root, name), assertionResults)
  rmSync(place, { recursive: true })
}

run(
  '.',
  files.filter((file) => !browser(file)),
)
if (!process.argv.includes('--without-browser'))
  run(
    'e2e',
    files.filter(browser).map((file) => file.slice(4)),
  )

const results: Results = { on: new Date().toISOString().slice(0, 10), tests: {} }
for (const one of wanted) {
  const ended = seen.get(one.file)?.filter(({ title }) => title.startsWith(one.title)) ?? []
  const known = before.tests[keyOf(one)]
  if (ended.length > 0)
    results.tests[keyOf(one)] = ended.every(({ status }) => status === 'passed') ? 'passed' : 'failed'
  else if (!seen.has(one.file) && known) results.tests[keyOf(one)] = known
}
results.tests = Object.fromEntries(Object.entries(results.tests).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`)
console.log(
  `${Object.keys(results.tests).length} of ${new Set(wanted.map(keyOf)).size} named tests have ended; now: npm run -s changke -- generate`,
)
