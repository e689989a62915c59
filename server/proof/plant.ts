import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Defect } from './defects/defect.ts'
import { defects } from './defects.ts'
import type { Chance } from './random.ts'
import { chanceOf } from './random.ts'

const root = path.resolve(import.meta.dirname, '../..')
const copied = [
  'server',
  'scripts',
  'package.json',
  'package-lock.json',
  'vitest.config.ts',
  'tsconfig.base.json',
  'openapi.json',
]

/** What became of one defect: the check that should see it, and whether it did. */
export type Planted = { name: string; check: string; red: boolean; seconds: number; said: string }

export type PlantAsked = {
  /** At most so many, picked by the seed; all when there are fewer. */
  most: number
  seed: number
  /** Parts of names, one of which must stand in a defect's (`tier|batch`). */
  only: string
  say(sentence: string): void
  kept(name: string): unknown
  keep(name: string, what: unknown): void
}

/**
 * Plants each defect in a copy of the tree and runs its check, which must go red; first without any, when all checks must be green. The
 * product itself has no switch for any of them: a defect is a change of the text of a copy. What is known already is not run again.
 */
export async function plantAll(asked: PlantAsked): Promise<{ planted: Planted[]; faults: string[] }> {
  const { most, seed, only, say } = asked
  const chosen = shuffled(
    defects.filter(({ name }) => only.split('|').some((part) => name.includes(part))),
    chanceOf(seed),
  ).slice(0, most)
  const faults: string[] = []
  const planted: Planted[] = []
  const tree = copyTree()
  try {
    for (const check of new Map(chosen.map(({ check }) => [check.join(), check])).values()) {
      const { red, said, seconds } = await once(asked, `without: ${check.join()}`, () => run(tree, check))
      say(`${red ? 'RED' : 'green'}  without a defect: ${check[1]} (${seconds} s)`)
      if (red) faults.push(`${check.join(': ')} is red without a defect:\n${said.slice(-3_000)}`)
    }
    for (const { name, edits, check } of chosen) {
      const { red, said, seconds } = await once(asked, name, async () => {
        const undo = plant(tree, { name, edits, check })
        return run(tree, check).finally(undo)
      })
      say(`${red ? 'red  ' : 'GREEN'}  ${name} → ${check[1]} (${seconds} s)`)
      planted.push({ name, check: check.join(': '), red, seconds, said })
      if (!red) faults.push(`${name}: ${check[1]} does not see it\n${said.slice(-3_000)}`)
    }
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
  return { planted, faults }
}

/** Whether every defect still finds the text that it changes; a sentence for each that does not. */
export function outOfDate(): string[] {
  return defects.flatMap(({ name, edits }) =>
    edits.flatMap(([file, from]) => {
      const times = readFileSync(path.join(root, file), 'utf8').split(from).length - 1
      return times === 1 ? [] : [`${name}: "${from}" stands ${times} times in ${file}`]
    }),
  )
}

type Ran = { red: boolean; said: string; seconds: number }

async function once({ kept, keep }: PlantAsked, name: string, act: () => Promise<Ran>): Promise<Ran> {
  const before = kept(name) as Ran | undefined
  if (before) return before
  // Something that could not be run at all is told, and the others are run.
  const ran = await act().catch(
    (fault: Error): Ran => ({ red: name.startsWith('without'), said: fault.message, seconds: 0 }),
  )
  keep(name, { ...ran, said: ran.said.slice(-3_000) })
  return ran
}

function shuffled<T>(all: T[], chance: Chance): T[] {
  return all
    .map((one) => ({ one, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

function copyTree(): string {
  const tree = mkdtempSync(path.join(tmpdir(), 'changke-defects-'))
  for (const name of copied)
    cpSync(path.join(root, name), path.join(tree, name), {
      recursive: true,
      preserveTimestamps: true,
      filter: (source) => !/\/(node_modules|data|dist)$/.test(source),
    })
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'))
  // So old that no start from the copy takes the packages for older than the lock and installs them anew: they are ours.
  utimesSync(path.join(tree, 'package-lock.json'), 0, 0)
  return tree
}

/** Puts a defect in; the answer takes it out again. Text that is not there exactly once means that the defect is out of date. */
function plant(tree: string, { name, edits }: Defect): () => void {
  const before = new Map<string, string>()
  for (const [file, from, to] of edits) {
    const place = path.join(tree, file)
    const text = readFileSync(place, 'utf8')
    if (!before.has(place)) before.set(place, text)
    if (text.split(from).length !== 2)
      throw new Error(`${name}: "${from}" stands ${text.split(from).length - 1} times in ${file}`)
    writeFileSync(
      place,
      text.replace(from, () => to),
    )
  }
  return () => {
    for (const [place, text] of before) writeFileSync(place, text)
  }
}

/** Runs one test of the copy. Red is only what failed by the name of the check: a file that does not load proves nothing. */
async function run(tree: string, [file, test, among]: Defect['check']): Promise<Ran> {
  const began = Date.now()
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', file, ...(among ? [] : ['-t', test]), '--reporter=verbose'], {
    cwd: tree,
    timeout: 400_000,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', CI: '1' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  const status = await new Promise<number | null>((done) => child.once('close', done))
  const seconds = Math.round((Date.now() - began) / 1000)
  const failed = said.split('\n').some((line) => /[×✗]|FAIL/.test(line) && line.includes(test))
  if (status === 0) return { red: false, said, seconds }
  if (!failed) throw new Error(`${file} could not be run:\n${said.slice(-3_000)}`)
  return { red: true, said, seconds }
}
