import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const KeyFile = z.object({
  note: z.string(),
  current: z.string(),
  keys: z.record(z.string(), z.string().length(64)),
  index: z.string().length(64),
})

/** The house's keys for personal data: they encrypt fields (with the id of the key inside) and blind exact-match lookups. */
export type Crypto = {
  readonly keyId: string
  /** AES-256-GCM. `context` binds the text to its column, so that a value moved to another column does not open. */
  seal(text: string, context: string): Buffer
  /** Opens a sealed value; undefined when its key is not in the key file (it is shown as lost, not invented). */
  open(sealed: Buffer, context: string): string | undefined
  /** A keyed hash (HMAC-SHA-256) for exact-match search; the same value gives the same hash in one column only. */
  blind(value: string, context: string): Buffer
  /** A signing key of its own for each purpose, derived from the index key. */
  derive(purpose: string): Buffer
}

const reloadMs = 10_000

/**
 * Makes the key file at first start, readable by its owner alone; afterwards only reads it, again when it has changed: a key that was added
 * elsewhere is used within ten seconds, and at once when something sealed with it is to be opened. Says so when it cannot be read.
 */
export function openKeys(path: string): Crypto {
  if (!existsSync(path)) writeKeys(path)
  let ring = readRing(path)
  let looked = Date.now()
  const look = (atOnce = false) => {
    if (!atOnce && Date.now() - looked < reloadMs) return
    looked = Date.now()
    if (statSync(path, { throwIfNoEntry: false })?.mtimeMs !== ring.mtimeMs) ring = readRing(path)
  }
  const index = Buffer.from(ring.file.index, 'hex')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', index, '', purpose, 32))
  const blinders = new Map<string, Buffer>()
  const blinder = (context: string) => {
    let key = blinders.get(context)
    if (!key) {
      key = derive(`blind ${context}`)
      blinders.set(context, key)
    }
    return key
  }
  return {
    get keyId() {
      look()
      return ring.file.current
    },
    seal(text, context) {
      look()
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', ring.current, nonce)
      cipher.setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const id = Buffer.from(ring.file.current)
      return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), body])
    },
    open(sealed, context) {
      const length = sealed[0]!
      const id = sealed.subarray(1, 1 + length).toString()
      if (!ring.keys.has(id)) look(true)
      const key = ring.keys.get(id)
      if (!key) return undefined
      const at = 1 + length
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(at, at + 12))
      decipher.setAAD(Buffer.from(context))
      decipher.setAuthTag(sealed.subarray(at + 12, at + 28))
      return Buffer.concat([decipher.update(sealed.subarray(at + 28)), decipher.final()]).toString('utf8')
    },
    blind: (value, context) => createHmac('sha256', blinder(context)).update(value).digest(),
    derive,
  }
}

type Ring = { file: z.infer<typeof KeyFile>; keys: Map<string, Buffer>; current: Buffer; mtimeMs: number }

function readRing(path: string): Ring {
  let file: z.infer<typeof KeyFile>
  let mtimeMs: number
  try {
    mtimeMs = statSync(path).mtimeMs
    file = KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (fault) {
    throw new Error(
      `The key file ${path} cannot be read: ${(fault as Error).message}. Without it encrypted phones and ids stay closed.`,
    )
  }
  const keys = new Map(Object.entries(file.keys).map(([id, hex]) => [id, Buffer.from(hex, 'hex')]))
  const current = keys.get(file.current)
  if (!current) throw new Error(`The key file ${path} names the key ${file.current} as current but does not hold it.`)
  return { file, keys, current, mtimeMs }
}

/** Adds a key to the file and makes it the one that seals from now on; the old ones stay, to open what they sealed. Answers its id. */
export function addKey(path: string): string {
  const { file } = readRing(path)
  const id = newKeyId()
  const next = { ...file, current: id, keys: { ...file.keys, [id]: randomBytes(32).toString('hex') } }
  // Written beside and renamed: a crash leaves the old file or the new one, never half of one.
  writeWhole(`${path}.new`, next)
  renameSync(`${path}.new`, path)
  return id
}

const newKeyId = () => `k${Date.now().toString(36)}${randomBytes(2).toString('hex')}`

function writeKeys(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const id = newKeyId()
  const file: z.infer<typeof KeyFile> = {
    note: 'Keys of the personal data in this Changke database. Keep a copy apart from the backups: without it phones and id numbers cannot be read again.',
    current: id,
    keys: { [id]: randomBytes(32).toString('hex') },
    index: randomBytes(32).toString('hex'),
  }
  writeWhole(path, file)
}

function writeWhole(path: string, file: z.infer<typeof KeyFile>): void {
  // wx: two at once must not write two files, of which one would be lost with what it had sealed
  const handle = openSync(path, 'wx', 0o600)
  writeSync(handle, `${JSON.stringify(file, null, 2)}\n`)
  fsyncSync(handle)
  closeSync(handle)
}
