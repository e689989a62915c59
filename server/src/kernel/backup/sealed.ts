import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline, Readable, type Transform } from 'node:stream'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { BackupFault } from './shape.ts'

/** What a sealed file says of itself: readable without the key, and not to be changed without anybody noticing. */
export type About = Record<string, string | number>
export type Bytes = AsyncIterable<Buffer>

// A file is: mark, length of what it says of itself, that as JSON, 16 random bytes, then frames. A frame is its length (the highest bit marks the
// last one), ciphertext, tag. The last frame is marked inside of what is authenticated, so that a file cut off at a frame is noticed too.
const mark = Buffer.from('CKB1')
const frameBytes = 256 * 1024
const lastBit = 0x80000000
const tagBytes = 16

const keyOf = (key: Buffer, salt: Buffer) => Buffer.from(hkdfSync('sha256', key, salt, 'changke sealed file', 32))
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}
function nonceOf(turn: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(turn, 6, 6)
  return nonce
}

/** Compresses and seals (zstd, AES-256-GCM) what comes, with a key of its own for each file. Needs the same little memory for any size. */
export async function* sealed(key: Buffer, about: About, from: Bytes): AsyncGenerator<Buffer> {
  const said = Buffer.from(JSON.stringify(about))
  const salt = randomBytes(16)
  const own = keyOf(key, salt)
  const bound = createHash('sha256').update(said).digest()
  yield Buffer.concat([mark, u32(said.length), said, salt])
  let turn = 0
  const frame = (text: Buffer, last: boolean) => {
    const head = u32((text.length | (last ? lastBit : 0)) >>> 0)
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(turn++))
    cipher.setAAD(Buffer.concat([bound, head]))
    return Buffer.concat([head, cipher.update(text), cipher.final(), cipher.getAuthTag()])
  }
  const smaller = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } })
  try {
    const reader = readerOf(through(from, smaller))
    let held = await reader.upTo(frameBytes)
    while (true) {
      const next = await reader.upTo(frameBytes)
      yield frame(held, next.length === 0)
      if (next.length === 0) return
      held = next
    }
  } finally {
    smaller.destroy()
  }
}

/** Opens a sealed file again. Fails with a sentence at the first byte that is not as it was written, or when anything is missing. */
export async function* opened(key: Buffer, file: string, is: (about: About) => boolean): AsyncGenerator<Buffer> {
  yield* through(clear(key, file, is), createZstdDecompress())
}

async function* clear(key: Buffer, file: string, is: (about: About) => boolean): AsyncGenerator<Buffer> {
  const damaged = (how: string) => new BackupFault(`${path.basename(file)} is damaged: ${how}`)
  const source = createReadStream(file, { highWaterMark: frameBytes })
  try {
    const reader = readerOf(source)
    const about = await reader.exactly(8)
    if (!about?.subarray(0, 4).equals(mark)) throw damaged('it does not begin as it should')
    const length = about.readUInt32BE(4)
    const said = length < 65_536 ? await reader.exactly(length) : undefined
    const salt = await reader.exactly(16)
    if (!said || !salt || !is(asAbout(said))) throw damaged('it is not the file that it should be')
    const own = keyOf(key, salt)
    const bound = createHash('sha256').update(said).digest()
    for (let turn = 0; ; turn++) {
      const head = await reader.exactly(4)
      if (!head) throw damaged('it is cut off')
      const last = head.readUInt32BE(0) >= lastBit
      const size = head.readUInt32BE(0) & (lastBit - 1)
      const frame = size <= frameBytes ? await reader.exactly(size + tagBytes) : undefined
      if (!frame) throw damaged('it is cut off or its frames are not in order')
      yield openFrame(own, turn, Buffer.concat([bound, head]), frame) ?? fail(damaged(`frame ${turn} does not open`))
      if (!last) continue
      if ((await reader.upTo(1)).length > 0) throw damaged('something stands behind its end')
      return
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ENOENT' ? new BackupFault(`${path.basename(file)} is missing.`) : error
  } finally {
    source.destroy()
  }
}

function openFrame(key: Buffer, turn: number, bound: Buffer, frame: Buffer): Buffer | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(turn))
    decipher.setAAD(bound)
    decipher.setAuthTag(frame.subarray(-tagBytes))
    return Buffer.concat([decipher.update(frame.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

const fail = (error: Error): never => {
  throw error
}

function asAbout(said: Buffer): About {
  try {
    return JSON.parse(said.toString('utf8')) as About
  } catch {
    return {}
  }
}

/** What a sealed file says of itself, or undefined when that cannot be read. It is believed only once the file has been opened. */
export async function aboutOf(file: string): Promise<About | undefined> {
  const handle = await open(file, 'r')
  try {
    const bytes = Buffer.alloc(4_096)
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
    const length = bytesRead > 8 ? bytes.readUInt32BE(4) : 0
    return length > 0 && length <= bytesRead - 8 ? asAbout(bytes.subarray(8, 8 + length)) : undefined
  } finally {
    await handle.close()
  }
}

/** Runs bytes through a stream of Node's; whoever stops reading stops the source too, and a fault of the source reaches the reader. */
function through(from: Bytes, transform: Transform): Bytes {
  pipeline(Readable.from(from, { objectMode: false }), transform, () => {})
  return transform
}

/** Reads bytes in the portions that the reader wants. */
export function readerOf(from: Bytes) {
  const iterator = from[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let size = 0
  async function upTo(most: number): Promise<Buffer> {
    while (size < most) {
      const { value, done } = await iterator.next()
      if (done) break
      held.push(value)
      size += value.length
    }
    const all = held.length === 1 ? held[0]! : Buffer.concat(held)
    const taken = all.subarray(0, most)
    const rest = all.subarray(taken.length)
    held = rest.length > 0 ? [rest] : []
    size = rest.length
    return taken
  }
  return {
    upTo,
    /** So many bytes, or undefined when there are not so many. */
    async exactly(many: number): Promise<Buffer | undefined> {
      const taken = await upTo(many)
      return taken.length === many ? taken : undefined
    },
  }
}

/** Writes a file whole or not at all: beside, safely on the disk, then under its name. Answers its size and SHA-256. */
export async function store(file: string, from: Bytes): Promise<{ bytes: number; sha256: string }> {
  const draft = `${file}.new-${process.pid}`
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(draft, 'w', 0o600)
  try {
    for await (const chunk of from) {
      hash.update(chunk)
      // A write to a disk that is just full may take a part of it; appendFile goes on until it has all or an error.
      await handle.appendFile(chunk)
      bytes += chunk.length
    }
    await handle.sync()
    await handle.close()
    await rename(draft, file)
    await settle(path.dirname(file))
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(draft, { force: true })
    throw error
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Makes sure that the names in a folder are on the disk. */
export async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
