import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Outcome } from './part.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Runs some of the test files as a part of the proof. */
export async function runSuite(files: string[], say: (sentence: string) => void): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-suite-'))
  const file = path.join(folder, 'report.json')
  const words = ['run', ...files, '--reporter=json', `--outputFile.json=${file}`]
  const child = spawn(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  const code = await new Promise<number>((done) => child.once('close', (code) => done(code ?? 1)))
  try {
    const { numPassedTests: passed, testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report
    const failed = testResults.flatMap(({ message, assertionResults }) => [
      ...(message ? [message.slice(0, 600)] : []),
      ...assertionResults.flatMap((one) =>
        one.status === 'failed' ? [`${one.fullName}: ${one.failureMessages[0]?.slice(0, 600)}`] : [],
      ),
    ])
    if (code !== 0 && failed.length === 0) failed.push(said.slice(-1_000))
    return { figures: { 'tests passed': passed, failed: failed.length }, faults: failed }
  } catch {
    say(said.slice(-2_000))
    return { figures: {}, faults: [`${files.join(', ')} could not be run`] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Report = {
  numPassedTests: number
  testResults: {
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}
