import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
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

/** Makes the key file at first start, readable by its owner alone; afterwards only reads it. Says so when it cannot be read. */
export function openKeys(path: string): Crypto {
  if (!existsSync(path)) writeKeys(path)
  let file: z.infer<typeof KeyFile>
  try {
    file = KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (fault) {
    throw new Error(
      `The key file ${path} cannot be read: ${(fault as Error).message}. Without it encrypted phones and ids stay closed.`,
    )
  }
  const keys = new Map(Object.entries(file.keys).map(([id, hex]) => [id, Buffer.from(hex, 'hex')]))
  const current = keys.get(file.current)
  if (!current) throw new Error(`The key file ${path} names the key ${file.current} as current but does not hold it.`)
  const index = Buffer.from(file.index, 'hex')
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
    keyId: file.current,
    seal(text, context) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', current, nonce)
      cipher.setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const id = Buffer.from(file.current)
      return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), body])
    },
    open(sealed, context) {
      const length = sealed[0]!
      const key = keys.get(sealed.subarray(1, 1 + length).toString())
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
  // wx: two starts at once must not write two files, of which one would be lost with what it had encrypted
  const handle = openSync(path, 'wx', 0o600)
  writeSync(handle, `${JSON.stringify(file, null, 2)}\n`)
  fsyncSync(handle)
  closeSync(handle)
}
