import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, realpathSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** The system user that PostgreSQL runs as; `undefined` means the user who started us. */
export type Account = { uid: number; gid: number; name: string; keyhole?: boolean } | undefined

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

/**
 * Makes sure that the account can walk down to the targets. A home like /root is closed to others: there PostgreSQL keeps,
 * if Linux lets us, the one capability of passing closed folders; otherwise a sentence names the first closed folder.
 */
export function reach(account: Account, targets: string[]): Account {
  if (!account) return account
  const closed = targets.map((target) => closedFolder(account, realpathSync(target))).find((folder) => folder)
  if (!closed) return account
  const through = { ...account, keyhole: true }
  const { file, args } = commandAs(through, 'true', [])
  if (spawnSync(file, args, { stdio: 'ignore' }).status === 0) return through
  throw new CannotStart(
    `You are root, so PostgreSQL runs as the system user ${account.name}, who may not enter ${closed}: run "chmod o+x ${closed}", or keep Changke and its data in a folder that others may enter, such as /opt or /srv, or start as another user.`,
  )
}

function closedFolder(account: { uid: number; gid: number }, target: string): string | undefined {
  const parts = target.split(path.sep)
  const folders = parts.map((_, depth) => parts.slice(0, depth + 1).join(path.sep) || path.sep)
  return folders.find((folder) => {
    const stat = statSync(folder)
    const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001
    return !(stat.mode & bit)
  })
}

/** How to run a program of PostgreSQL as the account: the program, its arguments and the identity for `spawn`. */
export function commandAs(
  account: Account,
  file: string,
  args: string[],
): { file: string; args: string[]; identity: { uid?: number; gid?: number } } {
  if (!account) return { file, args, identity: {} }
  const { uid, gid, keyhole } = account
  if (!keyhole) return { file, args, identity: { uid, gid } }
  const only = '-all,+dac_read_search'
  const privileges = [`--bounding-set=${only}`, `--inh-caps=${only}`, `--ambient-caps=${only}`]
  const user = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup']
  return {
    file: 'setpriv',
    args: [...user, ...privileges, file, ...args],
    identity: {},
  }
}

/** Makes a folder of ours passable for the account without letting it be listed. */
export function letThrough(account: Account, folder: string): void {
  if (account) chmodSync(folder, 0o711)
}
