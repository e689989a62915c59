import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { makeKeyFile, readRing } from './keyfile.ts'

/** A keyed hash, and the number of the index key that made it. */
export type Blind = { keyNo: number; hash: Buffer }

/** The house's keys for personal data: they encrypt fields (with the id of the key inside) and blind exact-match lookups. */
export type Crypto = {
  readonly keyId: string
  /** AES-256-GCM. `context` binds the text to its column, so that a value moved to another column does not open. */
  seal(text: string, context: string): Buffer
  /** Opens a sealed value; undefined when its key is not in the key file (it is shown as lost, not invented). */
  open(sealed: Buffer, context: string): string | undefined
  /**
   * Keyed hashes (HMAC-SHA-256) for exact-match search under every index key, the preferred one first: one, or two while a key takes
   * another's place. Look-ups try all. The same value gives the same hash in one context only.
   */
  blinds(value: string, context: string): [Blind, ...Blind[]]
  /** A keyed hash that no rotation changes: for what is known by its hash alone and can never be hashed again. */
  mark(value: string, context: string): Buffer
  /** A key of its own for each purpose, derived from what never changes. */
  derive(purpose: string): Buffer
  /** A keyed hash of nothing by each index key: whether two processes mean the same key by one number. */
  indexMarks(): { no: number; mark: Buffer }[]
}

/** For so long a process may not have seen that the key file changed. */
export const reloadMs = 10_000

/**
 * Makes the key file at first start, readable by its owner alone; afterwards only reads it, again when it has changed: a key that was added
 * elsewhere is used within ten seconds, and at once when something sealed with it is to be opened. Says so when it cannot be read.
 */
export function openKeys(path: string, { everyMs = reloadMs } = {}): Crypto {
  if (!existsSync(path)) makeKeyFile(path)
  let ring = readRing(path)
  let looked = Date.now()
  const blinders = new Map<string, Buffer>()
  const look = (atOnce = false) => {
    if (!atOnce && Date.now() - looked < everyMs) return
    looked = Date.now()
    if (statSync(path, { throwIfNoEntry: false })?.mtimeMs === ring.mtimeMs) return
    ring = readRing(path)
    blinders.clear()
  }
  const blinder = (from: Buffer, no: number | 'root', context: string) => {
    const name = `${no} ${context}`
    const key = blinders.get(name) ?? derived(from, `blind ${context}`)
    blinders.set(name, key)
    return key
  }
  const blind = (no: number, value: string, context: string): Blind => ({
    keyNo: no,
    hash: hmac(blinder(ring.indexes.get(no)!, no, context), value),
  })
  return {
    get keyId() {
      look()
      return ring.current
    },
    seal(text, context) {
      look()
      return sealed(ring.current, ring.keys.get(ring.current)!, text, context)
    },
    open(it, context) {
      const id = it.subarray(1, 1 + it[0]!).toString()
      if (!ring.keys.has(id)) look(true)
      const key = ring.keys.get(id)
      return key && opened(key, it, context)
    },
    blinds(value, context) {
      look()
      const others = [...ring.indexes.keys()].filter((no) => no !== ring.index)
      return [blind(ring.index, value, context), ...others.map((no) => blind(no, value, context))]
    },
    mark: (value, context) => hmac(blinder(ring.root, 'root', context), value),
    derive: (purpose) => derived(ring.root, purpose),
    indexMarks() {
      look()
      return [...ring.indexes].map(([no, key]) => ({ no, mark: hmac(derived(key, 'mark'), '').subarray(0, 8) }))
    },
  }
}

const derived = (key: Buffer, purpose: string) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32))
const hmac = (key: Buffer, value: string) => createHmac('sha256', key).update(value).digest()

function sealed(id: string, key: Buffer, text: string, context: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const name = Buffer.from(id)
  return Buffer.concat([Buffer.from([name.length]), name, nonce, cipher.getAuthTag(), body])
}

function opened(key: Buffer, it: Buffer, context: string): string {
  const at = 1 + it[0]!
  const decipher = createDecipheriv('aes-256-gcm', key, it.subarray(at, at + 12))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(it.subarray(at + 12, at + 28))
  return Buffer.concat([decipher.update(it.subarray(at + 28)), decipher.final()]).toString('utf8')
}
