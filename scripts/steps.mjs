// The steps of npm run check and npm test, each answering how many of its tests passed and failed.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildConsole, environment, node, root, say } from './prepare.mjs'

const at = (...parts) => path.join(root, ...parts)
const tool = (...parts) => at('node_modules', ...parts)
const workspaces = ['server', 'sdk', 'console', 'portal', 'e2e']

let running
for (const name of ['SIGINT', 'SIGTERM']) {
  process.on(name, () => {
    running?.kill(name)
    process.exitCode = 130
  })
}

function run(words, cwd = root) {
  return new Promise((resolve) => {
    running = spawn(node(), words, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: environment() })
    running.on('error', () => resolve(1))
    running.on('exit', (code) => resolve(code ?? 1))
  })
}

// What is not counted in tests counts as one.
function whole(title, words, cwd) {
  return {
    title,
    go: async () => ((await run(words, cwd)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
  }
}

// Vitest's own report is counted; a file that could not even be loaded has no failed test in it, and counts as one.
function vitest(title, folder) {
  const go = async () => {
    const place = mkdtempSync(path.join(os.tmpdir(), 'changke-report-'))
    const file = path.join(place, 'report.json')
    const code = await run(
      [tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      folder,
    )
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
    rmSync(place, { recursive: true, force: true })
    if (!report) return { passed: 0, failed: 1 }
    const dead = report.testResults.filter(
      (each) => each.status === 'failed' && !each.assertionResults.some((test) => test.status === 'failed'),
    )
    const failed = report.numFailedTests + dead.length
    return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, named: failuresOf(report) }
  }
  return { title, go }
}

/** Which tests failed and the first line of why, so that the end of a long log says it. */
const failuresOf = (report) =>
  report.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const file = path.relative(root, name)
    if (failed.length === 0) return message ? [`${file}: ${firstLine(message)}`] : []
    return failed.map(({ fullName, failureMessages }) => `${file} > ${fullName}: ${firstLine(failureMessages[0])}`)
  })

const firstLine = (text = '') => text.split('\n', 1)[0].slice(0, 300)

/** What npm run check does. */
export function checks() {
  const types = workspaces
    .filter((name) => existsSync(at(name, 'tsconfig.json')))
    .map((name) => whole(`types: ${name}`, [tool('typescript', 'bin', 'tsc'), '-p', name, '--noEmit']))
  return [
    whole('format and lint', [tool('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--max-diagnostics=50', '.']),
    ...types,
    whole('unused code and packages', [tool('knip', 'bin', 'knip.js'), '--no-progress']),
    whole('generated files are current', [at('server', 'src', 'cli.ts'), 'generate', '--check']),
    vitest('tests of the server', root),
  ]
}

/** What npm test does besides. */
export function webTests() {
  const suites = ['sdk', 'console', 'portal'].filter((name) => existsSync(at(name, 'vitest.config.ts')))
  const build = {
    title: 'the console builds',
    go: async () => (buildConsole() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
  }
  const steps = [build, ...suites.map((name) => vitest(`tests: ${name}`, at(name)))]
  if (!existsSync(at('e2e', 'vitest.config.ts'))) return steps
  const journeys = vitest('journeys in a browser', at('e2e'))
  return [...steps, chromium() ? journeys : { title: journeys.title, go: noChromium }]
}

/** The browser for the journeys: CHROMIUM_PATH, or the system's. */
function chromium() {
  const usual = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return [process.env.CHROMIUM_PATH, ...usual].find((file) => file && existsSync(file))
}

async function noChromium() {
  say(
    'the journeys need Chromium and none was found: run .ci/run, or "apt-get install chromium fonts-noto-cjk", or set CHROMIUM_PATH.',
  )
  return { passed: 0, failed: 1 }
}

/** Does every step even after a failure, says how each ended, and ends with the line "N passed, N failed". */
export async function runAll(steps) {
  const sum = { passed: 0, failed: 0 }
  const report = []
  for (const { title, go } of steps) {
    if (process.exitCode === 130) return
    process.stdout.write(`\n=== ${title}\n`)
    const begun = Date.now()
    const { passed, failed, named = [] } = await go()
    sum.passed += passed
    sum.failed += failed
    report.push(
      `${failed === 0 ? 'ok    ' : 'FAILED'} ${title} (${passed} passed, ${failed} failed, ${((Date.now() - begun) / 1000).toFixed(1)} s)`,
      ...named.map((one) => `       ${one}`),
    )
  }
  process.stdout.write(`\n${report.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed\n`)
  process.exitCode = sum.failed === 0 ? 0 : 1
}
