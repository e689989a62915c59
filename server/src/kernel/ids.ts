import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(4096)
let used = pool.length
let lastMs = 0
let sequence = 0

const hex = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'))

/** A UUID, version 7 (RFC 9562). Within one process ids of one millisecond count upwards (12 bits), so order of making is order of ids. */
export function newId(): string {
  let ms = Date.now()
  if (ms > lastMs) {
    lastMs = ms
    sequence = 0
  } else {
    sequence += 1
    if (sequence > 0xfff) {
      lastMs += 1
      sequence = 0
    }
    ms = lastMs
  }
  if (used + 8 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const high = Math.floor(ms / 0x10000)
  const low = ms & 0xffff
  const r = (at: number) => hex[pool[used + at]!]!
  const id = `${high.toString(16).padStart(8, '0')}-${low.toString(16).padStart(4, '0')}-7${sequence
    .toString(16)
    .padStart(3, '0')}-${hex[(pool[used]! & 0x3f) | 0x80]}${r(1)}-${r(2)}${r(3)}${r(4)}${r(5)}${r(6)}${r(7)}`
  used += 8
  return id
}

/** The smallest UUID of version 7 that can be minted at or after a moment: the bound of a monthly partition. */
export function firstIdOf(epochMs: number): string {
  const digits = Math.max(0, epochMs).toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`
}

/** The moment at which an id was minted, in milliseconds since 1970 UTC. */
export const mintedMs = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
