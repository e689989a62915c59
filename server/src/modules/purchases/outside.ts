import type { Caller } from '#kernel/caller.ts'
import { reaches } from '#kernel/caller.ts'
import type { Db, Read } from '#kernel/db.ts'
import type { Wire } from '#kernel/http.ts'
import type { Outcome } from '#kernel/lane.ts'
import { Refusal } from '#kernel/refusal.ts'
import { isTrailed, writeTrail } from '#kernel/trail.ts'
import { findStandings } from '#modules/members/index.ts'
import type {
  PurchaseInput,
  PurchaseRecord,
  Quote,
  QuoteInput,
  ReturnInput,
  ReturnPreview,
  UnlinkedInput,
} from './contract.ts'
import { idsOf } from './receipt.ts'
import { previewReturn, previewUnlinked } from './rehearsal.ts'
import { quote, readPurchase } from './service.ts'
import { membersByRange } from './store.ts'
import { findMember } from './whose.ts'

/** Whose value was shown to somebody outside of their store, and by which kind of proof; never the proof itself. */
type Seen = { memberId: string; storeId: string | null; body: Record<string, string> }

type Asks<T> = {
  kind: string
  seen: (read: Read) => Promise<Seen | undefined>
  ask: (read: Read) => Promise<T>
}

const hourMs = 3_600_000

/**
 * Answers a question, and writes down first when it opened a member or a sale of another store: once for a caller, a member and an hour, for a
 * till asks anew with every line. A refusal is written down as well, for it tells that the number is somebody's. Questions about one's
 * own store write nothing.
 */
async function opening<T>(db: Db, who: Caller, wire: Wire, { kind, seen, ask }: Asks<T>): Promise<T> {
  const { outcome, news } = await db.read(async (read) => {
    const found = who.scope === 'all' ? undefined : await seen(read)
    const entry = found && {
      kind,
      subjectId: found.memberId,
      storeId: found.storeId,
      outcome: 'outside',
      body: found.body,
    }
    const known = entry !== undefined && (await isTrailed(read, who, entry, hourMs))
    return { outcome: await settled(ask(read)), news: known ? undefined : entry }
  })
  if (news) await db.write((tx) => writeTrail(tx, who, { ...news, requestId: wire.requestId }))
  if ('refusal' in outcome) throw outcome.refusal
  return outcome.ok
}

async function settled<T>(asked: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: await asked }
  } catch (fault) {
    if (fault instanceof Refusal) return { refusal: fault }
    throw fault
  }
}

/** The member of another store whom a full phone, card or number names. A bare id opens nobody there. */
async function memberOutside(read: Read, ref: PurchaseInput['member'], who: Caller): Promise<Seen | undefined> {
  if (!ref || ref.id !== undefined) return undefined
  const memberId = await findMember(read, ref)
  const standing = memberId ? (await findStandings(read, [memberId])).get(memberId) : undefined
  if (!standing || (standing.homeStore !== null && reaches(who, standing.homeStore))) return undefined
  return { memberId: standing.memberId, storeId: standing.homeStore, body: { by: Object.keys(ref)[0]! } }
}

/** The sale of another store that a receipt number opens. */
async function saleOutside(read: Read, receipt: string, who: Caller): Promise<Seen | undefined> {
  const range = idsOf(receipt)
  const sale = range && (await membersByRange(read, range))[0]
  if (!sale || reaches(who, sale.storeId)) return undefined
  return { memberId: sale.memberId, storeId: sale.storeId, body: { by: 'receipt', purchaseId: sale.id } }
}

/** What a basket would come to (see `quote`). */
export const openQuote = (db: Db, input: QuoteInput, who: Caller, wire: Wire): Promise<Quote> =>
  opening(db, who, wire, {
    kind: 'quote',
    seen: (read) => memberOutside(read, input.member, who),
    ask: (read) => quote(read, input, who),
  })

/** One purchase by its id or receipt number (see `readPurchase`). */
export const openPurchase = (db: Db, { id }: { id: string }, who: Caller, wire: Wire): Promise<PurchaseRecord> =>
  opening(db, who, wire, {
    kind: 'readPurchase',
    seen: (read) => saleOutside(read, id, who),
    ask: (read) => readPurchase(read, id, who),
  })

/** What a return of a sale would do (see `previewReturn`). */
export const openReturn = (db: Db, input: ReturnInput, who: Caller, wire: Wire): Promise<ReturnPreview> =>
  opening(db, who, wire, {
    kind: 'previewReturn',
    seen: (read) => saleOutside(read, input.id, who),
    ask: (read) => previewReturn(read, input, who),
  })

/** What a return without its sale would do (see `previewUnlinked`). */
export const openUnlinked = (db: Db, input: UnlinkedInput, who: Caller, wire: Wire): Promise<ReturnPreview> =>
  opening(db, who, wire, {
    kind: 'previewUnlinkedReturn',
    seen: (read) => memberOutside(read, input.member, who),
    ask: (read) => previewUnlinked(read, input, who),
  })
