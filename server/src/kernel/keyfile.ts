import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const Key = z.string().length(64)
const KeyFile = z.object({
  note: z.string(),
  /** The key that seals from now on; the others open what they sealed. */
  current: z.string(),
  keys: z.record(z.string(), Key),
  /** Keys of the keyed hashes, by number; two while one takes the other's place. */
  indexes: z.record(z.string().regex(/^[1-9]\d{0,3}$/), Key),
  /** The one of them under which a hash is kept where there is room for one. */
  index: z.int(),
  /** What seals and other purposes are derived from; it never changes, or old seals would not hold. */
  root: Key,
})
type KeyFile = z.infer<typeof KeyFile>

/** The key file as it was read, and when it was written. */
export type Ring = {
  current: string
  keys: Map<string, Buffer>
  indexes: Map<number, Buffer>
  index: number
  root: Buffer
  mtimeMs: number
}

const hex = (text: string) => Buffer.from(text, 'hex')
const newKey = () => randomBytes(32).toString('hex')
const newKeyId = () => `k${Date.now().toString(36)}${randomBytes(2).toString('hex')}`

/** Reads a key file. Throws a sentence when it cannot. */
export function readRing(path: string): Ring {
  const { file, mtimeMs } = read(path)
  const keys = new Map(Object.entries(file.keys).map(([id, text]) => [id, hex(text)]))
  const indexes = new Map(Object.entries(file.indexes).map(([no, text]) => [Number(no), hex(text)]))
  if (!keys.has(file.current))
    throw new Error(`The key file ${path} names the key ${file.current} as current but does not hold it.`)
  if (!indexes.has(file.index))
    throw new Error(`The key file ${path} names the index key ${file.index} but does not hold it.`)
  return { current: file.current, keys, indexes, index: file.index, root: hex(file.root), mtimeMs }
}

function read(path: string): { file: KeyFile; mtimeMs: number } {
  try {
    const { mtimeMs } = statSync(path)
    return { file: KeyFile.parse(asNow(JSON.parse(readFileSync(path, 'utf8')))), mtimeMs }
  } catch (fault) {
    throw new Error(
      `The key file ${path} cannot be read: ${(fault as Error).message}. Without it encrypted phones and ids stay closed.`,
    )
  }
}

// In the first key files one key did both: what is derived from it must stay derivable.
const asNow = (file: { index?: unknown }): unknown =>
  typeof file.index === 'string' ? { ...file, indexes: { 1: file.index }, index: 1, root: file.index } : file

/** Makes a new key file, readable by its owner alone. */
export function makeKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const id = newKeyId()
  write(path, {
    note: 'Keys of the personal data in this Changke database. Keep a copy apart from the backups: without it phones and id numbers cannot be read again.',
    current: id,
    keys: { [id]: newKey() },
    indexes: { 1: newKey() },
    index: 1,
    root: newKey(),
  })
}

/** Adds a key to the file and makes it the one that seals from now on; the old ones stay, to open what they sealed. Answers its id. */
export function addKey(path: string): string {
  const id = newKeyId()
  replace(path, (file) => ({ ...file, current: id, keys: { ...file.keys, [id]: newKey() } }))
  return id
}

/** Adds an index key beside the one there is; hashes are looked for under both from then on. Answers its number. */
export function addIndexKey(path: string): number {
  let no = 0
  replace(path, (file) => {
    no = Math.max(...Object.keys(file.indexes).map(Number)) + 1
    return { ...file, indexes: { ...file.indexes, [no]: newKey() } }
  })
  return no
}

/** Names the index key under which a hash is kept where there is room for one. */
export function preferIndexKey(path: string, no: number): void {
  replace(path, (file) => ({ ...file, index: no }))
}

/** Takes every index key but this one out of the file. */
export function keepIndexKey(path: string, no: number): void {
  replace(path, (file) => ({ ...file, index: no, indexes: { [no]: file.indexes[no]! } }))
}

function replace(path: string, change: (file: KeyFile) => KeyFile): void {
  const { file } = read(path)
  // Written beside and renamed: a crash leaves the old file or the new one, never half of one. What a crash left beside is thrown away.
  rmSync(`${path}.new`, { force: true })
  write(`${path}.new`, change(file))
  renameSync(`${path}.new`, path)
}

function write(path: string, file: KeyFile): void {
  // wx: two at once must not write two files, of which one would be lost with what it had sealed
  const handle = openSync(path, 'wx', 0o600)
  writeSync(handle, `${JSON.stringify(KeyFile.parse(file), null, 2)}\n`)
  fsyncSync(handle)
  closeSync(handle)
}
