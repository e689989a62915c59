import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { one } from './place.ts'
import { opened, sealed, store } from './sealed.ts'
import { faultOfPages, lsnOf, lsnText, segmentName, segmentNo } from './wal.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'changke-sealed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const key = randomBytes(32)
const about = { kind: 'wal', segment: 'x' }
const file = path.join(folder, 'sealed.enc')
const put = (text: Buffer) => store(file, sealed(key, about, one(text)))
async function got(by = key, is: (about: Record<string, unknown>) => boolean = (said) => said['segment'] === 'x') {
  const chunks: Buffer[] = []
  for await (const chunk of opened(by, file, is)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('what is sealed comes back, of any size, with the right key and as the right file', async () => {
  for (const size of [0, 1, 256 * 1024, 1_000_000]) {
    const text = randomBytes(size)
    await put(text)
    expect((await got()).equals(text)).toBe(true)
  }
  await expect(got(randomBytes(32))).rejects.toThrow('sealed.enc is damaged: frame 0 does not open')
  await expect(got(key, (said) => said['segment'] === 'y')).rejects.toThrow('not the file that it should be')
})

test('no byte can be turned, and no end cut off, without being told', async () => {
  await put(randomBytes(700_000))
  const whole = readFileSync(file)
  const places = [0, 5, 9, 20, 45, 60, 70, 262_000, 262_300, whole.length - 1]
  for (const where of [...places, ...places.map(() => Math.floor(Math.random() * whole.length))]) {
    const hurt = Buffer.from(whole)
    hurt[where] = hurt[where]! ^ 1
    writeFileSync(file, hurt)
    await expect(got(), `byte ${where}`).rejects.toThrow(/is damaged/)
  }
  // After the first frame: each frame by itself is sound then.
  const first = 8 + whole.readUInt32BE(4) + 16
  const ends = [0, 3, first, first + 4 + (whole.readUInt32BE(first) & 0x7fffffff) + 16, whole.length - 1]
  for (const end of ends) {
    writeFileSync(file, whole)
    truncateSync(file, end)
    await expect(got(), `cut at ${end}`).rejects.toThrow(/is damaged/)
  }
  writeFileSync(file, Buffer.concat([whole, Buffer.alloc(1)]))
  await expect(got()).rejects.toThrow(/behind its end/)
})

test('places and segments of the log are named as PostgreSQL names them', () => {
  const size = 16 * 1024 * 1024
  expect(lsnText(lsnOf('16/B374D848'))).toBe('16/B374D848')
  expect(segmentName(1, lsnOf('1/2000028') / BigInt(size), size)).toBe('000000010000000100000002')
  expect(segmentNo('000000010000000100000002', size)).toBe(258n)
  expect(segmentNo('00000002.history', size)).toBeUndefined()
})

test('a page of an older segment in a file that was kept for a new one is told', () => {
  const segmentBytes = 1024 * 1024
  const expected = { system: '7710862015165242344', timeline: 1, no: 5n, segmentBytes }
  const page = (no: number, start = 5n * BigInt(segmentBytes)) => {
    const bytes = Buffer.alloc(8_192)
    bytes.writeUInt16LE(0xd118, 0)
    bytes.writeUInt32LE(1, 4)
    bytes.writeBigUInt64LE(start + BigInt(no * 8_192), 8)
    if (no === 0) {
      bytes.writeBigUInt64LE(BigInt(expected.system), 24)
      bytes.writeUInt32LE(segmentBytes, 32)
    }
    return bytes
  }
  const empty = Buffer.alloc(8_192)
  expect(faultOfPages(Buffer.concat([page(0), page(1), page(2).subarray(0, 100)]), expected)).toBeUndefined()
  expect(faultOfPages(Buffer.concat([page(0), empty, empty]), expected)).toBeUndefined()
  expect(faultOfPages(Buffer.concat([page(0), page(1, 0n)]), expected)).toBe("page 1 is another's")
  expect(faultOfPages(Buffer.concat([page(0), empty, page(2)]), expected)).toBe('page 1 has no header')
  expect(faultOfPages(page(0), { ...expected, system: '1' })).toBe('it belongs to another database')
  expect(faultOfPages(empty, expected)).toBe('it is empty')
})
