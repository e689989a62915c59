import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Defect } from './defects/defect.ts'
import { defects } from './defects.ts'

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

/**
 * Plants each defect in a copy of the tree and runs its check, which must go red; first without any, when all checks must be green. `only`
 * picks defects by parts of their names (`tier|batch`).
 */
export function plantAll(only: string, say: (sentence: string) => void): { planted: Planted[]; faults: string[] } {
  const chosen = defects.filter(({ name }) => only.split('|').some((part) => name.includes(part)))
  const tree = copyTree()
  const faults: string[] = []
  const planted: Planted[] = []
  try {
    for (const check of new Map(chosen.map(({ check }) => [check.join(), check])).values()) {
      const { red, said, seconds } = run(tree, check)
      say(`${red ? 'RED' : 'green'}  without a defect: ${check[1]} (${seconds} s)`)
      if (red) faults.push(`${check.join(': ')} is red without a defect:\n${said.slice(-3_000)}`)
    }
    for (const defect of chosen) {
      const undo = plant(tree, defect)
      const { red, said, seconds } = run(tree, defect.check)
      undo()
      say(`${red ? 'red  ' : 'GREEN'}  ${defect.name} → ${defect.check[1]} (${seconds} s)`)
      planted.push({ name: defect.name, check: defect.check.join(': '), red, seconds, said })
      if (!red) faults.push(`${defect.name}: ${defect.check[1]} does not see it\n${said.slice(-3_000)}`)
    }
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
  return { planted, faults }
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
function run(tree: string, [file, test]: Defect['check']): { red: boolean; said: string; seconds: number } {
  const began = Date.now()
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const done = spawnSync(process.execPath, [vitest, 'run', file, '-t', test, '--reporter=verbose'], {
    cwd: tree,
    encoding: 'utf8',
    timeout: 400_000,
    env: { ...process.env, NO_COLOR: '1', CI: '1' },
  })
  const said = `${done.stdout}${done.stderr}`
  const seconds = Math.round((Date.now() - began) / 1000)
  const failed = said.split('\n').some((line) => /[×✗]|FAIL/.test(line) && line.includes(test))
  if (done.status === 0) return { red: false, said, seconds }
  if (!failed) throw new Error(`${file} could not be run:\n${said.slice(-3_000)}`)
  return { red: true, said, seconds }
}
