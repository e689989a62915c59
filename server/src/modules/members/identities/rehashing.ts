import type { Tx } from '#kernel/db.ts'
import type { HashedTable, Rehashed } from '#kernel/index-rotation.ts'
import { plainNumber } from '../numbers/rules.ts'
import type { Identity } from './contract.ts'
import { tailOf } from './rules.ts'
import { blindsOf, contextOf, tailContext } from './service.ts'
import * as store from './store.ts'

const batch = 500

// Only the room of cards can read what is behind these; it moves them with its own rows.
const ofOthers = ['card', 'closed_card']

/** Where this room keeps keyed hashes. */
export const rehashed: readonly HashedTable[] = [
  { table: 'members.identity', doubled: true, rehash: rehashIdentities },
  { table: 'members.tail', rehash: rehashTails },
]

/** Makes the hashes of these values anew, if they are under another key still; values come in their plain form. */
export const moveIdentities = (
  tx: Tx,
  identities: (Pick<Identity, 'value'> & { kinds: readonly Identity['kind'][] })[],
): Promise<number> =>
  store.moveHashes(
    tx,
    identities.flatMap(({ kinds, value }) =>
      kinds.flatMap((kind) => {
        const [to, ...others] = blindsOf(tx, kind, value)
        return others.map(({ hash }) => ({ kind, old: hash, hash: to.hash, keyNo: to.keyNo }))
      }),
    ),
  )

async function rehashIdentities(tx: Tx, after: string): Promise<Rehashed> {
  const [kind, hash] = after.split(' ') as [string, string]
  const from = after === '' ? null : { kind, hash: Buffer.from(hash, 'hex') }
  const rows = await store.lockOldIdentities(tx, preferred(tx), ofOthers, from, batch)
  const moves = rows.flatMap((row): store.Move[] => {
    const value = plainOf(tx, row)
    if (value === undefined) return []
    const [to, ...others] = tx.keys.blinds(value, contextOf(row.kind))
    // The value that lies with the member now may be another one than this row was made from.
    if (!others.some((other) => other.hash.equals(row.hash))) return []
    return [{ kind: row.kind, old: row.hash, hash: to.hash, keyNo: to.keyNo }]
  })
  await store.moveHashes(tx, moves)
  const last = rows.length === batch ? rows.at(-1)! : undefined
  return {
    moved: moves.length,
    lost: rows.length - moves.length,
    next: last ? `${last.kind} ${last.hash.toString('hex')}` : null,
  }
}

function plainOf(tx: Tx, { kind, sealed, phone, number }: store.OldIdentity): string | undefined {
  if (kind === 'number') return number === null ? undefined : plainNumber(number)
  if (kind === 'phone') return phone === null ? undefined : tx.keys.open(phone, 'members.phone')
  return sealed === null ? undefined : tx.keys.open(sealed, contextOf(kind))
}

async function rehashTails(tx: Tx, after: string): Promise<Rehashed> {
  const [hash, homeStore, memberId] = after.split(' ') as [string, string, string]
  const from = after === '' ? null : { hash: Buffer.from(hash, 'hex'), homeStore, memberId }
  const rows = await store.lockOldTails(tx, preferred(tx), from, batch)
  const moves = rows.flatMap((row) => {
    const phone = row.phone === null ? undefined : tx.keys.open(row.phone, 'members.phone')
    if (phone === undefined) return []
    const [to] = tx.keys.blinds(tailOf(phone), tailContext)
    return [{ hash: row.hash, homeStore: row.homeStore, memberId: row.memberId, to: to.hash, keyNo: to.keyNo }]
  })
  if (moves.length > 0) await store.moveTails(tx, moves)
  const last = rows.length === batch ? rows.at(-1)! : undefined
  return {
    moved: moves.length,
    lost: rows.length - moves.length,
    next: last ? `${last.hash.toString('hex')} ${last.homeStore} ${last.memberId}` : null,
  }
}

const preferred = (tx: Tx): number => tx.keys.blinds('', tailContext)[0].keyNo
