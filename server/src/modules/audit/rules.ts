import { createHash, createHmac } from 'node:crypto'

/** A row as it is sealed: its id and the digest of what it says. */
export type Sealed = { id: string; digest: Buffer }

const entryBytes = 24

const idText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** One digest over the rows' own, in their order. */
export function contentOf(rows: readonly Sealed[]): Buffer {
  const hash = createHash('sha256')
  for (const { digest } of rows) hash.update(digest)
  return hash.digest()
}

export type SealWords = {
  chain: string
  number: number
  count: number
  columns: readonly string[]
  sealedAt: string
  content: Buffer
  listing: Buffer
}

/**
 * A seal's digest: HMAC-SHA-256 over the one before it and over this one's words, with the house's key, so that whoever has only the database
 * cannot make a chain anew. Numbers of transactions are left out: a database that is moved gets others.
 */
export function digestOf(key: Buffer, previous: Buffer, seal: SealWords): Buffer {
  const { chain, number, count, columns, sealedAt } = seal
  const moment = Temporal.Instant.from(sealedAt).epochMilliseconds
  return createHmac('sha256', key)
    .update(previous)
    .update(JSON.stringify([chain, number, count, columns, moment]))
    .update(seal.content)
    .update(createHash('sha256').update(seal.listing).digest())
    .digest()
}

export type RowFault = { fault: 'edited' | 'deleted' | 'inserted'; id: string }

/** Which rows are not what they were when they were sealed. */
export function compare(listing: Buffer, rows: readonly Sealed[]): RowFault[] {
  const before = new Map<string, string>()
  for (let at = 0; at + entryBytes <= listing.length; at += entryBytes) {
    before.set(idText(listing.subarray(at, at + 16)), listing.toString('hex', at + 16, at + entryBytes))
  }
  const faults: RowFault[] = []
  for (const { id, digest } of rows) {
    const was = before.get(id)
    before.delete(id)
    if (was === undefined) faults.push({ fault: 'inserted', id })
    else if (was !== digest.toString('hex', 0, entryBytes - 16)) faults.push({ fault: 'edited', id })
  }
  for (const id of before.keys()) faults.push({ fault: 'deleted', id })
  return faults
}
