import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import { Staged, stage } from '../staging/vault.ts'
import { asWished, readRows, survey } from './open.ts'
import type { Row, Wish } from './table.ts'

/** Where staged files of a test lie, and the key that opens them. */
export const folder = mkdtempSync(join(tmpdir(), 'changke-reading-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
export const key = randomBytes(32)
let made = 0

async function staged(source: Buffer | string | AsyncIterable<Buffer>): Promise<Staged> {
  const path = join(folder, String(++made))
  const bytes = Buffer.isBuffer(source) || typeof source === 'string' ? Readable.from([Buffer.from(source)]) : source
  await stage(bytes as AsyncIterable<Buffer>, path, key, 10 ** 11)
  return Staged.open(path, key)
}

/** Stages a file and reads it whole. */
export async function read(
  source: Parameters<typeof staged>[0],
  wish: Wish = {},
): Promise<{ rows: Row[]; encoding: string }> {
  await using file = await staged(source)
  const { shape } = await survey(file)
  const rows: Row[] = []
  for await (const some of readRows(file, asWished(shape, wish))) rows.push(...some)
  return { rows, encoding: shape.encoding }
}

/** Reads a file to its end and answers how many rows there were, or with which refusal it ended; and how far memory grew, in MB. */
export async function ends(source: Parameters<typeof staged>[0]): Promise<{ said: string | number; grown: number }> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  try {
    await using file = await staged(source)
    const { shape } = await survey(file)
    let count = 0
    for await (const rows of readRows(file, shape)) count += rows.length
    return { said: count, grown: (most - before) / 1e6 }
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return { said: fault.code, grown: (most - before) / 1e6 }
  } finally {
    clearInterval(watch)
  }
}

/** A stream that says the same thing many times. */
export const repeated =
  (head: string, piece: string, times: number, tail = '') =>
  () =>
    Readable.from(
      (function* () {
        yield Buffer.from(head)
        const many = Buffer.from(piece.repeat(1000))
        for (let at = 0; at < times; at += 1000) yield many
        yield Buffer.from(tail)
      })(),
      { objectMode: false },
    )
