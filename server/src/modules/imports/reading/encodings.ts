import { isAscii } from 'node:buffer'
import { refuse } from '../contract.ts'

// Chinese text in GB18030 is mostly of characters whose second byte lies above 0xA0; text of another encoding that happens to decode is not.
const leastChinese = 0.7
// In GB18030 some five per cent of the bytes look like UTF-8 by chance. More of them, and two encodings were glued together.
const mostUtf8 = 0.25

class Trial {
  private readonly decoder: TextDecoder
  good = true
  constructor(encoding: string) {
    this.decoder = new TextDecoder(encoding, { fatal: true })
  }
  push(chunk: Buffer): void {
    if (!this.good) return
    try {
      this.decoder.decode(chunk, { stream: true })
    } catch {
      this.good = false
    }
  }
  end(): boolean {
    try {
      if (this.good) this.decoder.decode()
    } catch {
      this.good = false
    }
    return this.good
  }
}

/**
 * Finds out the encoding of a text by reading all of it: its byte order mark, else UTF-8 if it is that to the last byte, else GB18030 likewise.
 * Refuses `imports.wrong_encoding` when it is neither, and `imports.not_a_table` for what is no text at all. Counts the lines by the way.
 */
export async function findEncoding(bytes: AsyncIterable<Buffer>): Promise<{ encoding: string; lines: number }> {
  const utf8 = new Trial('utf-8')
  const gb = new Trial('gb18030')
  const tally: Tally = {
    pairs: 0,
    chinese: 0,
    high: 0,
    utf8: 0,
    nulls: [0, 0],
    seen: 0,
    lines: 0,
    lead: 0,
    last: [0, 0],
  }
  let mark: string | undefined
  for await (const chunk of bytes) {
    if (tally.seen === 0) mark = markOf(chunk)
    if (mark) {
      countLines(chunk, tally)
      tally.seen += chunk.length
      continue
    }
    utf8.push(chunk)
    // Plain ASCII means the same in both, as long as no character is waiting for its other half.
    if (!isAscii(chunk) || tally.lead) gb.push(chunk)
    look(chunk, tally)
    if (!utf8.good && !gb.good) break
  }
  if (mark) return { encoding: mark, lines: tally.lines }
  const wide = wideOf(tally)
  if (wide) return { encoding: wide, lines: tally.lines }
  if (tally.nulls[0]! + tally.nulls[1]! > 0) throw refuse('imports.not_a_table')
  if (utf8.end()) return { encoding: 'utf-8', lines: tally.lines }
  const chinese = tally.chinese >= tally.pairs * leastChinese && tally.utf8 * 3 <= tally.high * mostUtf8
  if (gb.end() && chinese) return { encoding: 'gb18030', lines: tally.lines }
  throw refuse('imports.wrong_encoding')
}

function markOf(chunk: Buffer): string | undefined {
  if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return undefined // UTF-8 is proved below, with or without its mark
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
  return undefined
}

type Tally = {
  /** Two-byte characters as GB18030 has them, and those that Chinese text is made of. */
  pairs: number
  chinese: number
  /** Bytes beyond ASCII, and three of them in a row that are a character in UTF-8. */
  high: number
  utf8: number
  /** Zero bytes in even and odd places. */
  nulls: number[]
  seen: number
  lines: number
  lead: number
  last: [number, number]
}

function countLines(chunk: Buffer, tally: Tally): void {
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) tally.lines += 1
}

/** Counts what tells encodings apart. */
function look(chunk: Buffer, tally: Tally): void {
  countLines(chunk, tally)
  if (isAscii(chunk) && !chunk.includes(0)) {
    tally.lead = 0
    tally.seen += chunk.length
    return
  }
  for (let at = 0; at < chunk.length; at++) {
    const byte = chunk[at]!
    if (byte === 0) tally.nulls[(tally.seen + at) & 1]! += 1
    if (byte > 0x7f) {
      tally.high += 1
      const [first, second] = tally.last
      if (first >= 0xe0 && first < 0xf0 && second > 0x7f && second < 0xc0 && byte < 0xc0) {
        tally.utf8 += 1
        tally.last = [0, 0]
      } else tally.last = [second, byte]
    } else tally.last = [0, 0]
    if (tally.lead) {
      tally.pairs += 1
      if (byte > 0xa0 || (byte >= 0x30 && byte <= 0x39)) tally.chinese += 1
      tally.lead = 0
    } else if (byte > 0x80) tally.lead = byte
  }
  tally.seen += chunk.length
}

// Text in two-byte units without a mark: every other byte of its digits and separators is zero.
function wideOf({ nulls, seen }: Tally): string | undefined {
  const [even, odd] = nulls as [number, number]
  if (odd > seen / 10 && even === 0) return 'utf-16le'
  if (even > seen / 10 && odd === 0) return 'utf-16be'
  return undefined
}

/** Text of bytes in an encoding, UTF-8 again. Refuses `imports.wrong_encoding` where it is not what was said. */
export async function* toUtf8(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    yield* bytes
    return
  }
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decode = (chunk?: Buffer) => {
    try {
      return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
    } catch {
      throw refuse('imports.wrong_encoding', { encoding })
    }
  }
  for await (const chunk of bytes) yield decode(chunk)
  const rest = decode()
  if (rest.length > 0) yield rest
}
