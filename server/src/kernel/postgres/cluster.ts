import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Access } from './access.ts'
import { type Account, commandAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import { environment } from './postmaster.ts'

const run = promisify(execFile)
const draft = /^(?:cluster|password)\.new-(\d+)-/

/** Makes the cluster folder if there is none: in a draft folder that is renamed when it is whole, so that a kill leaves nothing half done. */
export async function makeCluster(options: {
  binaries: Binaries
  account: Account
  dir: string
  cluster: string
  access: Access
  durable: boolean
}): Promise<void> {
  const { binaries, account, dir, cluster, access, durable } = options
  sweepDrafts(dir)
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return mustFit(cluster)
  const name = `new-${process.pid}-${randomBytes(4).toString('hex')}`
  const folder = path.join(dir, `cluster.${name}`)
  const password = path.join(dir, `password.${name}`)
  mkdirSync(folder, { mode: 0o700 })
  writeFileSync(password, access.passwords.postgres, { mode: 0o600 })
  if (account) for (const target of [folder, password]) chownSync(target, account.uid, account.gid)
  // Sorting and case are PostgreSQL's own and the same everywhere. Only pg_trgm still asks the system which characters are letters.
  const ctype = process.platform === 'linux' ? ['--lc-ctype=C.UTF-8'] : []
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', ...ctype]
  const safety = ['--data-checksums', '--auth=scram-sha-256', '--username=postgres', `--pwfile=${password}`]
  try {
    const words = ['-D', folder, ...locale, ...safety, ...(durable ? [] : ['--no-sync'])]
    const { file, args, identity } = commandAs(account, binaries.initdb, words)
    await run(file, args, { cwd: dir, env: environment(), ...identity })
    renameSync(folder, cluster)
    const parent = openSync(dir, 'r')
    fsyncSync(parent)
    closeSync(parent)
  } catch (error) {
    // Someone who started at the same moment was first: their cluster is as good as ours.
    if (existsSync(path.join(cluster, 'PG_VERSION'))) return
    const said = (error as { stderr?: string }).stderr?.trim() || (error as Error).message
    throw new CannotStart(`The database folder ${cluster} could not be made: ${said}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(password, { force: true })
  }
}

function mustFit(cluster: string): void {
  const version = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version === '18') return
  throw new CannotStart(
    `The database folder ${cluster} was made by PostgreSQL ${version}, and this release of Changke brings PostgreSQL 18: use the release that made it, export, and import here.`,
  )
}

function sweepDrafts(dir: string): void {
  for (const name of readdirSync(dir)) {
    const pid = Number(draft.exec(name)?.[1])
    if (!pid) continue
    try {
      process.kill(pid, 0)
    } catch {
      rmSync(path.join(dir, name), { recursive: true, force: true })
    }
  }
}

/** Gives the superuser of a stopped cluster a new password, for when the access file was lost. */
export function resetPassword(binaries: Binaries, account: Account, cluster: string, access: Access): void {
  const { file, args, identity } = commandAs(account, binaries.postgres, ['--single', '-D', cluster, 'postgres'])
  const done = spawnSync(file, args, {
    input: `alter role postgres password '${access.passwords.postgres}';\n`,
    env: environment(),
    cwd: path.dirname(cluster),
    encoding: 'utf8',
    ...identity,
  })
  if (done.status === 0) return
  throw new CannotStart(
    `The passwords of the database in ${cluster} are lost (access.json is missing) and could not be made again: ${done.stderr.trim()}`,
  )
}
