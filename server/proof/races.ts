import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '#kernel/ids.ts'
import type { Answer, Place } from './place.ts'
import type { Chance } from './random.ts'

/** A member as each race finds one: 400 points earned by a sale that may be returned, 100.00 and its bonus in the wallet. */
type Racer = { id: string; no: number; saleId: string; cardTypeId: string }
type Deed = { operation: string; path(racer: Racer): string; body(racer: Racer, storeId: string): object }

const sale = (storeId: string, { id }: Racer, amount: number, tenders?: [string, number][]) => ({
  storeId,
  member: { id },
  lines: [{ sku: 'SKU1', amount }],
  ...(tenders ? { tenders: tenders.map(([kind, part]) => ({ kind, amount: part })) } : {}),
})
const selling = () => 'POST /v1/purchases'

/**
 * Every command with a reference, some of them in more than one way. Amounts are such that two of a kind, or two that spend the same, cannot
 * both have enough. A command that the house serves and that is not here fails a test.
 */
export const deeds: Record<string, Deed> = {
  sale: {
    operation: 'recordPurchase',
    path: selling,
    body: (racer, storeId) => sale(storeId, racer, 12_300),
  },
  points: {
    operation: 'recordPurchase',
    path: selling,
    body: (racer, storeId) =>
      sale(storeId, racer, 600, [
        ['points', 300],
        ['cash', 300],
      ]),
  },
  wallet: {
    operation: 'recordPurchase',
    path: selling,
    body: (racer, storeId) => sale(storeId, racer, 8_000, [['wallet', 8_000]]),
  },
  batch: {
    operation: 'recordPurchases',
    path: () => 'POST /v1/purchases/batch',
    // The second can only be paid once, and what the first gives does not help it.
    body: (racer, storeId) => ({
      items: [
        { ...sale(storeId, racer, 4_500), reference: newId() },
        { ...sale(storeId, racer, 7_000, [['wallet', 7_000]]), reference: newId() },
      ],
    }),
  },
  return: {
    operation: 'returnPurchase',
    path: ({ saleId }) => `POST /v1/purchases/${saleId}/returns`,
    body: (_, storeId) => ({ storeId }),
  },
  unlinked: {
    operation: 'returnUnlinked',
    path: () => 'POST /v1/returns',
    body: (racer, storeId) => sale(storeId, racer, 25_000),
  },
  topup: {
    operation: 'topUp',
    path: ({ id }) => `POST /v1/members/${id}/topups`,
    body: (_, storeId) => ({ storeId, amount: 10_000 }),
  },
  give: {
    operation: 'adjustPoints',
    path: ({ id }) => `POST /v1/members/${id}/points`,
    body: () => ({ amount: 70, reason: 'proof' }),
  },
  take: {
    operation: 'adjustPoints',
    path: ({ id }) => `POST /v1/members/${id}/points`,
    body: () => ({ amount: -350, reason: 'proof' }),
  },
  // Two who come in with one phone: one of them is refused.
  join: {
    operation: 'createMember',
    path: () => 'POST /v1/members',
    body: ({ no }, storeId) => ({ name: '王小红', phone: `136${String(no).padStart(8, '0')}`, homeStore: storeId }),
  },
  // Two with one number: one of them is refused.
  card: {
    operation: 'issueCard',
    path: () => 'POST /v1/cards',
    body: ({ id: memberId, no, cardTypeId: typeId }, storeId) => ({
      ...{ memberId, typeId, medium: 'virtual', storeId },
      number: `8${String(no).padStart(9, '0')}`,
    }),
  },
}

/** Every pair of these, each with itself too. */
export const pairs = Object.keys(deeds).flatMap((one, at) =>
  Object.keys(deeds)
    .slice(at)
    .map((other): [string, string] => [one, other]),
)

async function must(answer: Promise<Answer>): Promise<Answer> {
  const known = await answer
  if (known.status !== 200) throw new Error(`${known.status} ${known.text}`)
  return known
}

/** Makes racers, all with cards of one kind. */
async function stable(place: Place): Promise<() => Promise<Racer>> {
  const kind = { code: `R${newId().slice(-8)}`, name: '积分卡', nameEn: 'Points', kind: 'points', media: ['virtual'] }
  const cardTypeId = (await must(place.ask('POST /v1/card-types', kind))).json.typeId as string
  return async () => {
    racers += 1
    const no = racers
    const { json } = await must(place.ask('POST /v1/members', { name: '王小明', homeStore: place.a }))
    const racer = { id: json.memberId as string, no, saleId: '', cardTypeId }
    await must(place.ask(deeds['topup']!.path(racer), deeds['topup']!.body(racer, place.a)))
    racer.saleId = (await must(place.ask(selling(), sale(place.a, racer, 40_000)))).json.id
    return racer
  }
}
let racers = 0

const act = (place: Place, name: string, racer: Racer, app: number): Promise<Answer> =>
  place.ask(deeds[name]!.path(racer), deeds[name]!.body(racer, place.a), { app })

type Slot = { purchase: object | null; refusal: { status: number } | null }
const toldOf = ({ purchase, refusal }: Slot): unknown =>
  said({ status: refusal?.status ?? 200, json: purchase ?? refusal, type: '', text: '' })

/** What somebody who asked can tell afterwards: the answer, without ids and moments. */
function said({ status, json }: Answer): unknown {
  if (status !== 200) return [status, json?.code, json?.details?.short ?? null]
  if (json.items) return json.items.map(toldOf)
  const { points, growth, wallet, balance, tier, total, explained } = json
  return [
    status,
    points ?? null,
    growth ?? null,
    wallet ?? null,
    balance ?? null,
    tier ?? null,
    total ?? null,
    explained?.debt ?? null,
  ]
}

/** Everything that is true of a member afterwards, without ids and moments; lots of top-ups by their order. */
async function truth(place: Place, id: string): Promise<string[]> {
  const rows = await place.sql<{ fact: string }>(
    `with ranked as (select id::text as lot, row_number() over (order by id) as no from wallets.topup where member_id = $1)
     select format('%s %s %s %s: %s/%s', unit, state, ends_on, coalesce('top-up ' || ranked.no, lot), balance, version) as fact
       from ledger.account left join ranked using (lot) where member_id = $1
     union all select format('%s %s', kind, count(*)) from purchases.purchase where member_id = $1 group by kind
     union all select format('top-ups %s', count(*)) from wallets.topup where member_id = $1
     union all select format('adjustments %s', count(*)) from points.adjustment where member_id = $1
     union all select format('cards %s', count(*)) from cards.card where member_id = $1
     union all select format('tier %s, %s purchases, spent %s', tier, purchases, spent) from members.standing where member_id = $1
     order by 1`,
    [id],
  )
  return rows.map(({ fact }) => fact)
}

const picture = async (place: Place, id: string, answers: Answer[]) =>
  JSON.stringify([answers.map(said), await truth(place, id)], null, 1)

/** The two one after the other, on a member of their own; `turned` begins with the second. Answers stand as they were asked. */
async function inOrder(place: Place, racer: Racer, [one, other]: [string, string], turned: boolean): Promise<string> {
  const first = await act(place, turned ? other : one, racer, 0)
  const second = await act(place, turned ? one : other, racer, 0)
  return picture(place, racer.id, turned ? [second, first] : [first, second])
}

/**
 * Runs each pair at once on one member, some rounds, through one process and through two; what is true and what was answered afterwards must
 * be what one of the two orders gives. Answers a sentence for each race that has no such order.
 */
export async function runPairs(
  place: Place,
  rounds: number,
  chance: Chance,
  say: (sentence: string) => void = () => {},
): Promise<string[]> {
  const wrong: string[] = []
  const newRacer = await stable(place)
  const queue = [...pairs]
  const lane = async () => {
    for (let pair = queue.shift(); pair; pair = queue.shift()) {
      const orders = [
        await inOrder(place, await newRacer(), pair, false),
        await inOrder(place, await newRacer(), pair, true),
      ]
      for (let round = 0; round < rounds; round++) {
        const seen = await atOnce(place, await newRacer(), pair, round % place.apps.length, chance)
        if (orders.includes(seen)) continue
        wrong.push(`${pair.join(' and ')} at once:\n${seen}\nis neither\n${orders.join('\nnor\n')}`)
        if (wrong.length <= 3) say(wrong.at(-1)!)
      }
      if (queue.length % 10 === 0)
        say(`${pairs.length - queue.length} of ${pairs.length} pairs, ${wrong.length} faults`)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return wrong
}
/** How many races run beside each other, each on members of its own. */
const lanes = 4

async function atOnce(place: Place, racer: Racer, [one, other]: [string, string], app: number, chance: Chance) {
  const late = chance.pick([0, 0, 1, 2, 4])
  const second = () => act(place, other, racer, app)
  const answers = await Promise.all([act(place, one, racer, 0), late === 0 ? second() : wait(late).then(second)])
  return picture(place, racer.id, answers)
}

/** Many tills spend all that one member has at once: one succeeds, the others hear that there is not enough. */
export async function runCrowds(place: Place, rounds: number, crowd: number): Promise<string[]> {
  const wrong: string[] = []
  const newRacer = await stable(place)
  for (let round = 0; round < rounds; round++) {
    const name = ['wallet', 'take', 'points', 'return'][round % 4]!
    const racer = await newRacer()
    const answers = await Promise.all(
      Array.from({ length: crowd }, (_, at) => act(place, name, racer, at % place.apps.length)),
    )
    const done = answers.filter(({ status }) => status === 200).length
    const refused = answers.filter(({ json }) =>
      ['ledger.not_enough', 'purchases.nothing_left_to_return'].includes(json?.code),
    ).length
    if (done !== 1 || refused !== crowd - 1)
      wrong.push(
        `${crowd} × ${name} at once: ${done} succeeded, ${refused} were refused, the rest: ${answers.find(({ status }) => status > 409)?.text}`,
      )
  }
  return wrong
}

/**
 * Batches over the same twelve members, half of them turned round, through all processes at once: the database must never have to break a
 * ring of locks. A ring is healed by trying again, so that nobody but the database's own count sees it.
 */
export async function runRings(place: Place, rounds: number): Promise<string[]> {
  const newRacer = await stable(place)
  const racers: Racer[] = []
  for (let at = 0; at < 12; at++) racers.push(await newRacer())
  const deadlocks = async (): Promise<number> => {
    // A connection tells its counts at the end of a transaction, at most once in a second: so each has one more.
    await wait(1_200)
    const more = { name: '王小明', homeStore: place.a }
    await Promise.all(
      Array.from({ length: 60 }, (_, at) => place.ask('POST /v1/members', more, { app: at % place.apps.length })),
    )
    const rows = await place.sql<{ deadlocks: string }>(
      'select deadlocks::text from pg_stat_database where datname = current_database()',
    )
    return Number(rows[0]!.deadlocks)
  }
  const ask = (turned: boolean, app: number) => {
    const items = racers.map((racer) => ({ ...sale(place.a, racer, 1_000), reference: newId() }))
    return must(place.ask('POST /v1/purchases/batch', { items: turned ? items.reverse() : items }, { app }))
  }
  for (let round = 0; round < rounds; round++)
    await Promise.all(Array.from({ length: 8 }, (_, at) => ask(at % 2 === 0, at % place.apps.length)))
  const rings = await deadlocks()
  return rings === 0 ? [] : [`${rings} rings of locks in ${rounds * 8} batches`]
}
