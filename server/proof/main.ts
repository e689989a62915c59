// `npm run proof`: what reliability means here, measured. Every run prints its seed; the same seed makes the same run, as far as time does.
import { writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { provenance } from '../bench/machine.ts'
import type { Part } from './part.ts'
import { parts } from './parts.ts'
import { newSeed } from './random.ts'
import { inMarkdown, table, told, writeFigures } from './report.ts'
import type { Ended, Kept } from './results.ts'
import { findKept, save } from './results.ts'

const help = `npm run proof                          every part in its short form
npm run proof -- --long                every part in its long form, under an hour
npm run proof -- <part> [<size>]       one part; the long form's size with --long

  --seed N      the same run again, as far as time does
  --folder F    where proof-<seed>.json is kept; without it ${path.join(tmpdir(), 'changke-proof')}
  --resume      goes on with the run of that seed, or the last one: what has ended is not run again
  --write       puts the figures of a whole long run into docs/proof.md and the READMEs
  --file F      imports: another file of purchases
  --only A|B    defects: by parts of their names; adverse: one of its parts

${parts.map(({ name, counts, short, long, proves }) => `${name.padEnd(10)} ${`${short} or ${long} ${counts}`.padEnd(36)} ${proves}`).join('\n')}
`

/** Words that are not understood end it with 2. */
function misunderstood(sentence: string): never {
  console.error(`${sentence}\n\n${help}`)
  process.exit(2)
}

function readWords() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        ...{ long: { type: 'boolean' }, resume: { type: 'boolean' }, write: { type: 'boolean' } },
        ...{ help: { type: 'boolean' }, seed: { type: 'string' }, file: { type: 'string' }, only: { type: 'string' } },
        folder: { type: 'string', default: path.join(tmpdir(), 'changke-proof') },
      },
    })
  } catch (fault) {
    return misunderstood((fault as Error).message)
  }
}

const { values, positionals } = readWords()
if (values.help) {
  console.log(help)
  process.exit(0)
}
const [name, size, ...rest] = positionals
const chosen = name === undefined ? parts : parts.filter((part) => part.name === name)
if (chosen.length === 0) misunderstood(`There is no part "${name}".`)
if (rest.length > 0 || (size !== undefined && !/^[1-9]\d*$/.test(size))) misunderstood('A size is one whole number.')
if (values.seed !== undefined && !/^\d+$/.test(values.seed)) misunderstood('A seed is a whole number.')

const form = values.long ? 'long' : 'short'
const { machine, commit } = provenance()
const folder = path.resolve(values.folder)
const kept = begin()
const { seed } = kept
console.log(`${machine}, commit ${commit}, seed ${seed}, ${form} form${kept.ended.length > 0 ? ', resumed' : ''}\n`)
for (const part of chosen) {
  if (kept.ended.some((one) => one.name === part.name)) continue
  const ended = await runOne(part)
  if (!ended) continue
  kept.ended.push(ended)
  delete kept.halves[part.name]
  save(folder, kept)
}
const missing = parts.filter((part) => !kept.ended.some((one) => one.name === part.name))
const file = save(folder, kept)
const report = file.replace(/json$/, 'md')
writeFileSync(report, `# Proof\n\n${inMarkdown(kept, missing)}\n`)
console.log(`${table(kept)}\n\nkept in ${file} and ${report}`)
if (values.write) {
  if (name !== undefined || form !== 'long') misunderstood('Only the figures of a whole long run are written.')
  console.log(writeFigures(kept, missing))
}
const wrong = kept.ended.reduce((sum, { faults }) => sum + faults.length, 0)
process.exitCode = wrong === 0 && kept.ended.length > 0 ? 0 : 1

/** The run that is gone on with, or a new one. Figures of two commits never stand in one table. */
function begin(): Kept {
  const fresh = {
    seed: values.seed ? Number(values.seed) : newSeed(),
    form,
    commit,
    machine,
    ended: [],
    halves: {},
  } as const
  if (!values.resume) return { ...fresh, ended: [], halves: {} }
  const before = findKept(folder, values.seed ? Number(values.seed) : undefined)
  if (!before) return misunderstood(`There is no run to go on with in ${folder}.`)
  if (before.commit !== commit || before.form !== form)
    return misunderstood(`The run of seed ${before.seed} is of the ${before.form} form at ${before.commit}.`)
  return before
}

async function runOne(part: Part): Promise<Ended | undefined> {
  const many = size ? Number(size) : part[form]
  const half = kept.halves[part.name] ?? {}
  kept.halves[part.name] = half
  const loadBefore = loadavg()[0]!
  const began = Date.now()
  console.log(`=== ${part.name}: ${many} ${part.counts}`)
  const outcome = await part
    .run({
      ...{ size: many, seed, say: (sentence) => console.log(sentence) },
      word: (word) => ({ file: values.file, only: values.only })[word] ?? '',
      kept: (what) => half[what],
      keep: (what, value) => {
        half[what] = value
        save(folder, kept)
      },
    })
    .catch((fault: Error) => ({ figures: {}, faults: [`${fault.stack}`] }))
  if (!outcome) {
    console.log(`${part.name} is not there: left out\n`)
    return undefined
  }
  const seconds = Math.round((Date.now() - began) / 1_000)
  const load: [number, number] = [loadBefore, loadavg()[0]!]
  const ended = { ...outcome, name: part.name, size: many, seed, seconds, load, endedAt: new Date().toISOString() }
  console.log(`${told(ended)}\n`)
  return ended
}
