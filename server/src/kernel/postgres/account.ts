import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, realpathSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** The system user that PostgreSQL runs as; `undefined` means the user who started us. */
export type Account = { uid: number; gid: number; name: string } | undefined

const isRoot = () => process.getuid?.() === 0

/** Picks the account for a cluster folder: PostgreSQL refuses to run as root, so root gets the user `postgres` (made if missing). */
export function pickAccount(cluster: string): Account {
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (!isRoot()) {
    if (owner && process.getuid && owner.uid !== process.getuid()) {
      throw new CannotStart(
        `The database folder ${cluster} belongs to the system user ${nameOf(owner.uid)}, and you are ${os.userInfo().username}: start as that user or as root, or give the data folder to yourself with chown -R.`,
      )
    }
    return undefined
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: nameOf(owner.uid) }
  return findUser('postgres') ?? makeUser()
}

function passwd(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
  } catch {
    return []
  }
}

function nameOf(uid: number): string {
  return passwd().find((line) => Number(line[2]) === uid)?.[0] ?? `number ${uid}`
}

function findUser(name: string): Account {
  const line = passwd().find((each) => each[0] === name)
  return line ? { uid: Number(line[2]), gid: Number(line[3]), name } : undefined
}

function makeUser(): Account {
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ]
  for (const [command, ...args] of ways) {
    if (spawnSync(command!, args, { stdio: 'ignore' }).status === 0) {
      const made = findUser('postgres')
      if (made) return made
    }
  }
  throw new CannotStart(
    'PostgreSQL does not run as root, and the system user "postgres" is missing and could not be made: add it (useradd --system postgres), or start as another user.',
  )
}

/** Refuses with a sentence if the account cannot walk down to `target`, naming the first folder that stands in its way. */
export function mustReach(account: Account, target: string, what: string): void {
  if (!account) return
  const full = realpathSync(target)
  const parts = full.split(path.sep)
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = parts.slice(0, depth).join(path.sep) || path.sep
    const stat = statSync(folder)
    if (!stat.isDirectory()) continue
    const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001
    if (stat.mode & bit) continue
    throw new CannotStart(
      `You are root, so PostgreSQL runs as the system user ${account.name}, who may not enter ${folder} on the way to ${what} (${full}): run "chmod o+x ${folder}", or keep Changke in a folder that others may enter, such as /opt or /srv, or start as another user.`,
    )
  }
}

/** Makes a folder of ours passable for the account without letting it be listed. */
export function letThrough(account: Account, folder: string): void {
  if (account) chmodSync(folder, 0o711)
}
