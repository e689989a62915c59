import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** How to reach an embedded server: kept in `access.json` of its folder, readable by the starter alone. */
export interface Access {
  port: number
  passwords: { postgres: string; changke_owner: string; changke_app: string }
}

const fileOf = (dir: string) => path.join(dir, 'access.json')

/** Reads the access file, or `undefined` if there is none; refuses with a sentence if it may not be read or makes no sense. */
export function readAccess(dir: string): Access | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(dir), 'utf8')) as Access
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return undefined
    if (code === 'EACCES') {
      throw new CannotStart(
        `You may not read ${fileOf(dir)}: start as the user who started Changke before, or as root.`,
      )
    }
    throw new CannotStart(
      `${fileOf(dir)} cannot be read (${(error as Error).message}): move it away, new passwords are made.`,
    )
  }
}

/** Writes the access file whole or not at all; with `first`, a file that someone else wrote meanwhile wins and is answered. */
export function writeAccess(dir: string, access: Access, first = false): Access {
  mkdirSync(dir, { recursive: true })
  const draft = `${fileOf(dir)}.${randomBytes(4).toString('hex')}`
  const file = openSync(draft, 'w', 0o600)
  writeSync(file, `${JSON.stringify(access, null, 2)}\n`)
  fsyncSync(file)
  closeSync(file)
  if (!first) {
    renameSync(draft, fileOf(dir))
    return access
  }
  try {
    linkSync(draft, fileOf(dir))
    return access
  } catch {
    return readAccess(dir) ?? access
  } finally {
    unlinkSync(draft)
  }
}

/** New passwords and a free port. */
export async function newAccess(): Promise<Access> {
  const password = () => randomBytes(24).toString('base64url')
  return {
    port: await freePort(),
    passwords: {
      postgres: password(),
      changke_owner: password(),
      changke_app: password(),
    },
  }
}

/** A TCP port of 127.0.0.1 that nobody listens on right now. */
export function freePort(): Promise<number> {
  return tryPort(0) as Promise<number>
}

/** Whether a TCP port of 127.0.0.1 is free. */
export async function isFree(port: number): Promise<boolean> {
  return (await tryPort(port)) !== undefined
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}

/** The connection address of one role. */
export function urlOf(access: Access, role: keyof Access['passwords'], database = 'changke'): string {
  return `postgres://${role}:${access.passwords[role]}@127.0.0.1:${access.port}/${database}`
}
