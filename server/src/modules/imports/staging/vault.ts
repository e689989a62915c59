import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Crypto } from '#kernel/crypto.ts'
import { refuse } from '../contract.ts'

// A staged file: eight letters, then pieces of 64 KiB, each sealed by itself (AES-256-GCM), so that any place can be read without the
// ones before it. The key is the file's own, so a piece's number is nonce enough.
const magic = Buffer.from('CKSTAGE1')
const piece = 65_536
const tag = 16

const nonceOf = (index: number): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(index), 4)
  return nonce
}

/** The key of one staged file. */
export const keyOf = (keys: Pick<Crypto, 'derive'>, runId: string): Buffer => keys.derive(`imports.staged ${runId}`)

/**
 * Writes a stream to disk, sealed piece by piece; never a byte of it in clear. Refuses `imports.too_large` beyond `most` bytes. Answers size
 * and digest of what came.
 */
export async function stage(
  source: AsyncIterable<Buffer>,
  path: string,
  key: Buffer,
  most: number,
): Promise<{ bytes: number; digest: Buffer }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  const digest = createHash('sha256')
  let bytes = 0
  try {
    await file.write(magic)
    let rest: Buffer = Buffer.alloc(0)
    let index = 0
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > most) throw refuse('imports.too_large', { most })
      digest.update(chunk)
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      const whole: Buffer[] = []
      // The last piece is marked as such, so the newest whole one waits until more comes.
      while (rest.length > piece) {
        whole.push(sealed(key, index++, rest.subarray(0, piece), false))
        rest = rest.subarray(piece)
      }
      if (whole.length > 0) await file.write(Buffer.concat(whole))
    }
    await file.write(sealed(key, index, rest, true))
    await file.sync()
  } catch (fault) {
    await file.close()
    await rm(path, { force: true })
    throw fault
  }
  await file.close()
  return { bytes, digest: digest.digest() }
}

function sealed(key: Buffer, index: number, plain: Buffer, last: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index))
  cipher.setAAD(Buffer.from([last ? 1 : 0]))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([body, cipher.getAuthTag()])
}

/** A staged file, opened: any part of what was uploaded, or all of it in order. */
export class Staged {
  readonly size: number
  private readonly file: FileHandle
  private readonly key: Buffer
  private readonly pieces: number
  private kept: { index: number; plain: Buffer } | undefined

  private constructor(file: FileHandle, key: Buffer, fileSize: number) {
    this.file = file
    this.key = key
    const body = fileSize - magic.length
    this.pieces = Math.max(1, Math.ceil(body / (piece + tag)))
    this.size = body - this.pieces * tag
  }

  /** Opens a staged file. Refuses `imports.file_lost` when it is not there, and `imports.file_spoilt` when it is not ours. */
  static async open(path: string, key: Buffer): Promise<Staged> {
    const found = await stat(path).catch(() => undefined)
    if (!found) throw refuse('imports.file_lost')
    const file = await open(path, 'r')
    const staged = new Staged(file, key, found.size)
    const head = Buffer.alloc(magic.length)
    await file.read(head, 0, head.length, 0)
    if (!head.equals(magic) || staged.size < 0) {
      await file.close()
      throw refuse('imports.file_spoilt')
    }
    return staged
  }

  private async piece(index: number): Promise<Buffer> {
    if (this.kept?.index === index) return this.kept.plain
    const last = index === this.pieces - 1
    const body = Buffer.alloc(last ? this.size - index * piece : piece)
    const from = magic.length + index * (piece + tag)
    const mark = Buffer.alloc(tag)
    await this.file.read(body, 0, body.length, from)
    await this.file.read(mark, 0, tag, from + body.length)
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonceOf(index))
    decipher.setAAD(Buffer.from([last ? 1 : 0]))
    decipher.setAuthTag(mark)
    let plain: Buffer
    try {
      plain = Buffer.concat([decipher.update(body), decipher.final()])
    } catch {
      throw refuse('imports.file_spoilt')
    }
    this.kept = { index, plain }
    return plain
  }

  /** Bytes from `start` up to `end` (not included), in pieces. */
  async *bytes(start = 0, end = this.size): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const index = Math.floor(at / piece)
      const plain = await this.piece(index)
      const from = at - index * piece
      const part = plain.subarray(from, Math.min(plain.length, from + end - at))
      if (part.length === 0) return
      yield part
      at += part.length
    }
  }

  /** The first bytes. */
  async head(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of this.bytes(0, Math.min(length, this.size))) parts.push(part)
    return Buffer.concat(parts)
  }

  async close(): Promise<void> {
    await this.file.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
