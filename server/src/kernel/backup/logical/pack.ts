import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { PassThrough, Readable, Transform, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BackupFault } from '../shape.ts'

// A file is a row of sealed chunks: length (4 bytes), nonce (12), tag (16), text. Each is bound to the file's name, to its place and to whether it
// is the last: chunks that were swapped, dropped, repeated or cut off do not open.
const chunkBytes = 1 << 20
const headBytes = 32

const keyOf = (key: Buffer) => Buffer.from(hkdfSync('sha256', key, '', 'logical backup', 32))
const bound = (name: string, at: number, isLast: boolean) => Buffer.from(`${name} ${at} ${isLast ? 'last' : 'more'}`)

function sealing(key: Buffer, name: string): Transform {
  const own = keyOf(key)
  let held: Buffer[] = []
  let size = 0
  let at = 0
  const seal = (text: Buffer, isLast: boolean) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', own, nonce)
    cipher.setAAD(bound(name, at++, isLast))
    const body = Buffer.concat([cipher.update(text), cipher.final()])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    return Buffer.concat([length, nonce, cipher.getAuthTag(), body])
  }
  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      held.push(chunk)
      size += chunk.length
      if (size < chunkBytes) return done()
      const text = Buffer.concat(held)
      held = []
      size = 0
      done(null, seal(text, false))
    },
    flush(done: TransformCallback) {
      done(null, seal(Buffer.concat(held), true))
    },
  })
}

async function* opened(bytes: AsyncIterable<Buffer>, key: Buffer, name: string): AsyncGenerator<Buffer> {
  const own = keyOf(key)
  const damaged = (why: string) => new BackupFault(`${name} is damaged: ${why}.`)
  let held: Buffer = Buffer.alloc(0)
  let at = 0
  let ended = false
  const openOne = (chunk: Buffer): Buffer => {
    if (ended) throw damaged('something follows its end')
    for (const isLast of [false, true]) {
      const decipher = createDecipheriv('aes-256-gcm', own, chunk.subarray(4, 16))
      decipher.setAAD(bound(name, at, isLast))
      decipher.setAuthTag(chunk.subarray(16, headBytes))
      try {
        const text = Buffer.concat([decipher.update(chunk.subarray(headBytes)), decipher.final()])
        at += 1
        ended = isLast
        return text
      } catch {
        // Not this one: it may be the last.
      }
    }
    throw damaged(`part ${at + 1} does not open with this key file`)
  }
  for await (const more of bytes) {
    held = held.length > 0 ? Buffer.concat([held, more]) : more
    while (held.length >= headBytes) {
      const length = headBytes + held.readUInt32BE(0)
      // A length that nobody wrote would make us gather the whole file.
      if (length > headBytes + 8 * chunkBytes) throw damaged('the length of a part makes no sense')
      if (held.length < length) break
      yield openOne(held.subarray(0, length))
      held = held.subarray(length)
    }
  }
  if (!ended || held.length > 0) throw damaged('its end is missing')
}

/** Packs lines into a file, compressed and sealed, flat in memory; the file is on the disk when it answers. Tells the bytes written so far. */
export async function pack(
  lines: AsyncIterable<string>,
  file: { path: string; name: string; key: Buffer },
  wrote: (bytes: number) => void = () => {},
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(file.path, 'wx', 0o600)
  try {
    await pipeline(
      Readable.from(lines, { objectMode: true }),
      createGzip({ level: 5 }),
      sealing(file.key, file.name),
      async (parts: AsyncIterable<Buffer>) => {
        for await (const part of parts) {
          hash.update(part)
          // A write may take less than it was given when the disk is nearly full.
          for (let at = 0; at < part.length; ) at += (await handle.write(part, at)).bytesWritten
          bytes += part.length
          wrote(bytes)
        }
      },
    )
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Reads the lines of a packed file back; refuses the first part that is not as it was written. */
export async function* unpack(file: { path: string; name: string; key: Buffer }): AsyncGenerator<string> {
  const text = new PassThrough()
  const feeding = pipeline(
    opened(createReadStream(file.path, { highWaterMark: 1 << 20 }), file.key, file.name),
    createGunzip(),
    text,
  )
  // Told to whoever reads, who else would wait for ever.
  feeding.catch((fault: Error) => text.destroy(fault))
  let rest = ''
  text.setEncoding('utf8')
  for await (const more of text) {
    const lines = (rest + more).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  await feeding
  if (rest !== '') throw new BackupFault(`${file.name} is damaged: its last line is cut off.`)
}
