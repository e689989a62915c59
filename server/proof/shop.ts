import pg from 'pg'
import type { Served } from './served.ts'
import type { Wire } from './wire.ts'

/** The phone of a member of a run, by its place. */
export const phoneOf = (at: number): string => `1391200${String(4_000 + at)}`

async function must(wire: Wire, path: string, body: object, reference: string) {
  const reply = await wire.ask('POST', path, body, reference)
  if (reply.status !== 200) throw new Error(`${path}: ${reply.text}`)
  return JSON.parse(reply.text) as Record<string, string>
}

/** Takes members in, from a place in the list of phones on. */
export async function join(wire: Wire, storeId: string, first: number, many: number): Promise<string[]> {
  const ids: string[] = []
  for (let at = first; at < first + many; at++) {
    const body = { name: '王小明', phone: phoneOf(at), homeStore: storeId }
    ids.push((await must(wire, '/v1/members', body, `join-${at}`))['memberId']!)
  }
  return ids
}

/** Gives a member something in every book, so that it would show if somebody else's command moved it. */
export async function greet(wire: Wire, storeId: string, id: string): Promise<void> {
  await must(wire, `/v1/members/${id}/topups`, { storeId, amount: 20_000 }, `greet-${id}-1`)
  const tenders = [{ kind: 'wallet', amount: 12_345 }]
  const lines = [{ sku: 'SKU1', unitPrice: 12_345 }]
  await must(wire, '/v1/purchases', { storeId, member: { id }, lines, tenders }, `greet-${id}-2`)
}

/** A kind of card that may be issued over and over. */
export async function offerCard(wire: Wire): Promise<string> {
  const body = { code: 'PROOF', name: '积分卡', nameEn: 'Points', kind: 'points', media: ['virtual'] }
  return (await must(wire, '/v1/card-types', body, 'card-type'))['typeId']!
}

/** Asks the database as its owner; each question on a connection of its own, for connections here do not live long. */
export function ownersRows(served: Pick<Served, 'ownerUrl'>) {
  return async <T>(text: string, values: unknown[] = []): Promise<T[]> => {
    const client = new pg.Client({ connectionString: served.ownerUrl() })
    await client.connect()
    try {
      return (await client.query(text, values)).rows as T[]
    } finally {
      await client.end()
    }
  }
}
