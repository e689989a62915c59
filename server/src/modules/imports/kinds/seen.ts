import { createHash } from 'node:crypto'

/**
 * Which row said something first, for as many rows as a file may have: 24 bytes each, no texts kept. Two texts meet by chance once in 2^53
 * tries.
 */
export class Seen {
  private size = 1024
  private hashes = new Float64Array(this.size)
  private rows = new Float64Array(this.size)
  private count = 0

  /** The row that said this before; otherwise undefined, and this row is kept as the first. */
  first(text: string, row: number): number | undefined {
    if (this.count * 2 > this.size) this.grow()
    const hash = hashOf(text)
    const place = this.find(hash)
    if (this.hashes[place] === hash) return this.rows[place]
    this.hashes[place] = hash
    this.rows[place] = row
    this.count += 1
    return undefined
  }

  private find(hash: number): number {
    let place = hash % this.size
    while (this.hashes[place] !== 0 && this.hashes[place] !== hash) place = (place + 1) % this.size
    return place
  }

  private grow(): void {
    const [hashes, rows] = [this.hashes, this.rows]
    this.size *= 2
    this.hashes = new Float64Array(this.size)
    this.rows = new Float64Array(this.size)
    for (const [at, hash] of hashes.entries()) {
      if (hash === 0) continue
      const place = this.find(hash)
      this.hashes[place] = hash
      this.rows[place] = rows[at]!
    }
  }
}

const hashOf = (text: string): number => {
  const digest = createHash('sha1').update(text).digest()
  return digest.readUIntBE(0, 6) * 16 + (digest[6]! & 15) + 1
}
