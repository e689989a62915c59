import type { Tx } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { withdrawCards } from '#modules/cards/index.ts'
import type { Charter } from '#modules/charter/index.ts'
import { chartersAt } from '#modules/charter/index.ts'
import type { Books, Cause } from '#modules/ledger/index.ts'
import { never, openBooks } from '#modules/ledger/index.ts'
import type { Standing } from '#modules/members/index.ts'
import { Flag, findStandings, isBarred, lockMembers, programmeDay, saveStandings } from '#modules/members/index.ts'
import type { Store } from '#modules/org/index.ts'
import { endOfLot } from '#modules/points/index.ts'
import type { TierChange } from '#modules/tiers/index.ts'
import { rankOf, writeTierHistory } from '#modules/tiers/index.ts'
import type { Found, ImportKind, Setup, Unit, Verdict } from '../kind.ts'
import { asWork, reported } from '../kind.ts'
import { fieldOf, findMembers, keyOf } from '../refs.ts'
import { Stores } from '../stores.ts'
import type { Bearer } from './cards.ts'
import { issueAll } from './cards.ts'
import type { Opening } from './convert.ts'
import { convertOpening, openingFields } from './convert.ts'

/** What an undo of an opening needs: the cause of its transfers, its card, and the tier before it. */
export type OpeningBefore = {
  causeId: string
  cardId: string | null
  tier: Pick<Standing, 'tier' | 'tierSince' | 'tierUntil'> | null
}

export const openings: ImportKind = {
  kind: 'openings',
  needs: [
    ['memberNumber', 'memberCard', 'memberPhone', 'memberExternal'],
    ['points', 'growth', 'tier', 'principal', 'bonus', 'card'],
  ],
  fields: async () => openingFields,
  async begin(read, setup) {
    const stores = await Stores.open(read, setup)
    const currency = setup.options.currency ?? stores.default?.currency ?? setup.currency
    const personal = new Set(openingFields.filter((field) => field.personal).map(({ key }) => key))
    const shared = { setup, stores, currency }
    return asWork<Opening>({
      window: 0,
      most: { units: 500, rows: 500 },
      convert: (row) => convertOpening(row, setup, currency, personal),
      check: (tx, units) => take(tx, units, shared, findStandings),
      write: (tx, units) => take(tx, units, shared, lockMembers),
    })
  },
}

type Shared = { setup: Setup; stores: Stores; currency: string }
type Open = Shared & {
  charter: Charter
  charterNo: number
  today: string
  now: string
  books: Books
  changes: TierChange[]
}

async function take(
  tx: Tx,
  units: Unit<Opening>[],
  shared: Shared,
  standingsOf: (tx: Tx, ids: string[]) => Promise<Map<string, Standing>>,
): Promise<Verdict[]> {
  const asked = units.map(({ inputs }) => inputs[0])
  const { stores, setup } = shared
  await stores.learn(tx, new Set(asked.map((one) => one?.storeWord ?? '')))
  const known = await findMembers(
    tx,
    asked.flatMap((one) => one?.ref ?? []),
  )
  const standings = await standingsOf(tx, [...new Set(known.values())])
  const [inForce] = await chartersAt(tx, [tx.now])
  const open: Open = {
    ...shared,
    charter: inForce!.charter,
    charterNo: inForce!.no,
    today: await programmeDay(tx),
    now: tx.now,
    books: await openBooks(tx, [...standings.keys()]),
    changes: [],
  }
  const standingOf = (one: Opening) => standings.get(known.get(keyOf(one.ref)) ?? '')
  const issued = await issueAll(tx, bearersOf(asked, standingOf, stores))
  const astray: { memberId: string; cardId: string }[] = []
  const verdicts = units.map((unit, at): Verdict => {
    const one = asked[at]
    if (!one) return reported(unit)
    const standing = standingOf(one)
    const card = issued.get(one)
    const cardId = card && 'cardId' in card ? card.cardId : null
    const bad = faultOf(one, standing, open) ?? (card && 'wrong' in card ? card.wrong : undefined)
    if (!bad) return bring(one, standing!, stores.of(one.storeWord), cardId, open)
    if (cardId) astray.push({ memberId: standing!.memberId, cardId })
    return reported(unit, [bad])
  })
  await withdrawCards(tx, astray)
  if (setup.rehearsal) return verdicts
  await open.books.save(tx)
  await saveStandings(tx, [...standings.values()])
  await writeTierHistory(tx, open.changes)
  return verdicts
}

/** The rows that bring a card to somebody who is known. */
const bearersOf = (
  asked: (Opening | undefined)[],
  standingOf: (one: Opening) => Standing | undefined,
  stores: Stores,
): Bearer[] =>
  asked.flatMap((one) => {
    const standing = one && one.card !== '' ? standingOf(one) : undefined
    if (!one || !standing) return []
    return [{ one, memberId: standing.memberId, storeId: stores.of(one.storeWord)?.id ?? standing.homeStore }]
  })

function faultOf(one: Opening, standing: Standing | undefined, open: Open): Found | undefined {
  const { stores, currency, today, charter } = open
  if (!standing) return one.finding(fieldOf(one.ref), 'unknown_member')
  if (isBarred(standing, Flag.closed)) return one.finding(fieldOf(one.ref), 'member_closed')
  const store = stores.of(one.storeWord)
  if (one.storeWord !== '' && !store) return one.finding('store', 'unknown_store')
  if (!store && open.setup.scope !== 'all') return one.finding('store', 'store_needed')
  if (store && store.currency !== currency)
    return one.finding('store', 'other_currency', { store: store.currency, file: currency })
  if (one.pointsEndOn !== null && one.pointsEndOn < today) return one.finding('pointsEndOn', 'already_ended')
  if (one.tierWord === '') return undefined
  const tier = tierOf(charter, one.tierWord)
  if (tier === undefined)
    return one.finding('tier', 'unknown_word', { words: charter.tiers.levels.map(({ name }) => name.zh) })
  // Without growth or a last day the next purchase would take the tier away again.
  const growth = open.books.balance(standing.memberId, 'growth') + one.growth
  if (one.tierUntil === null && rankOf(charter.tiers, growth) < tier) return one.finding('tier', 'tier_without_growth')
  return undefined
}

/** A level by its code or one of its names, with or without 会员 and 级. */
function tierOf(charter: Charter, word: string): number | undefined {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/会员|卡|级|\s/g, '')
  const found = charter.tiers.levels.findIndex(({ code, name }) =>
    [code, name.zh, name.en].some((known) => plain(known) === plain(word)),
  )
  return found < 0 ? undefined : found
}

/** Brings one row's balances in, against `house/opening/<source>`. */
function bring(one: Opening, standing: Standing, store: Store | undefined, cardId: string | null, open: Open): Verdict {
  const { books, charter, setup, currency, today } = open
  const { memberId } = standing
  const house = `opening/${setup.options.source}`
  const cause: Cause = {
    kind: 'opening',
    id: newId(),
    charter: open.charterNo,
    storeId: store?.id ?? standing.homeStore,
    staffId: null,
    occurredAt: open.now,
  }
  const endsOn = one.pointsEndOn ?? endOfLot(charter.points.expiry, today)
  if (one.points > 0)
    books.give(memberId, 'points', one.points, house, { state: 'open', endsOn, lot: setup.options.source }, cause)
  // What an old system let a member owe is owed here too; a lot that another row brought pays it.
  if (one.points < 0) books.takeBack(memberId, 'points', -one.points, house, cause, [])
  if (one.growth > 0)
    books.give(memberId, 'growth', one.growth, house, { state: 'open', endsOn: never, lot: '' }, cause)
  const money = { state: 'open', endsOn: never, lot: cause.id } as const
  if (one.principal > 0) books.give(memberId, `principal.${currency}`, one.principal, house, money, cause)
  if (one.bonus > 0) books.give(memberId, `bonus.${currency}`, one.bonus, house, money, cause)
  const tier = judge(one, standing, open, cause.id)
  const sums = {
    points: one.points,
    growth: one.growth,
    principal: one.principal,
    bonus: one.bonus,
    cards: cardId ? 1 : 0,
  }
  const before: OpeningBefore = { causeId: cause.id, cardId, tier }
  const held = books.balance(memberId, `principal.${currency}`) + books.balance(memberId, `bonus.${currency}`)
  const remarks =
    held > charter.wallets.mostHeld
      ? [one.finding('principal', 'above_cap', { most: charter.wallets.mostHeld }, true)]
      : []
  return {
    as: 'accepted',
    found: remarks,
    things: 1,
    sums,
    ...(store ? { storeId: store.id } : {}),
    made: [{ kind: 'opening', subjectId: memberId, line: one.at, before }],
  }
}

/** Sets the tier as told, or as the growth says; answers what was before if it changed. */
function judge(one: Opening, standing: Standing, open: Open, causeId: string): OpeningBefore['tier'] {
  const { charter, books, today } = open
  const told = one.tierWord === '' ? undefined : tierOf(charter, one.tierWord)
  const earned = rankOf(charter.tiers, books.balance(standing.memberId, 'growth'))
  const after = told === undefined ? Math.max(earned, standing.tier) : told
  const until = told === undefined ? standing.tierUntil : one.tierUntil
  if (after === standing.tier && until === standing.tierUntil) return null
  const before = { tier: standing.tier, tierSince: standing.tierSince, tierUntil: standing.tierUntil }
  if (after !== standing.tier) {
    open.changes.push({
      memberId: standing.memberId,
      before: standing.tier,
      after,
      sinceOn: today,
      causeKind: 'opening',
      causeId,
    })
    standing.tierSince = today
  }
  standing.tier = after
  standing.tierUntil = until
  return before
}
