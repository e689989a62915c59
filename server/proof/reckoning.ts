import pg from 'pg'
import type { Account } from './journal.ts'
import { readJournal } from './journal.ts'
import { faultsOfTheBooks } from './reckoning-sql.ts'
import type { Wire } from './wire.ts'

/** What holding the database against a journal came to. */
export type Reckoning = {
  asked: number
  acknowledged: number
  refused: number
  ambiguous: number
  abandoned: number
  /** Of the abandoned: how many had happened all the same. */
  happened: number
  lost: number
  doubled: number
  /** Everything that is not as it must be, a sentence each; lost and doubled among them. */
  faults: string[]
}

type Row = Record<string, string>
type Told = { reference: string; causeId: string }
type Answer = {
  id: string
  cardId?: string
  kind?: string
  amount?: number
  principal?: number
  bonus?: number
  balance?: number
  points?: { earned: number; spent: number; balance: number }
  wallet?: { principal: number; bonus: number }
  tenders?: { kind: string; amount: number }[]
  lines?: { returned: number }[]
}

/** Holds the database against the journal: what was acknowledged is there once and as it was answered, and nothing else is. */
export async function reckon(
  file: string,
  { ownerUrl, members, others = [], wire }: { ownerUrl: string; members: string[]; others?: string[]; wire: Wire },
): Promise<Reckoning> {
  const journal = readJournal(file)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const rows = async <T = Row>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows as T[]
    const told = await toldOf(rows, [...journal.keys()])
    const sums = sort(journal, told)
    const { faults } = sums
    const answers = new Map<string, { call: Account['call']; answer: Answer }>()
    for (const [reference, { call, answers: all }] of journal)
      if (all[0]?.status === 200) answers.set(reference, { call, answer: JSON.parse(all[0].text) as Answer })
    faults.push(...(await strangers(rows, told, members, others)))
    faults.push(...(await asAnswered(wire, journal, [...answers.values()])))
    faults.push(...(await balances(rows, members, [...answers.values()], sums.happenedAs)))
    faults.push(...(await faultsOfTheBooks(rows)))
    const { happenedAs: _, ...counted } = sums
    return { ...counted, happened: sums.happenedAs.length, asked: journal.size }
  } finally {
    await client.end()
  }
}

type Rows = <T = Row>(text: string, values?: unknown[]) => Promise<T[]>

/** Every reference that any of our tills told, by the database. */
async function toldOf(rows: Rows, references: string[]): Promise<Map<string, Told[]>> {
  const found = await rows<Told>(
    `select reference, cause_id as "causeId" from kernel.told where reference = any($1::text[]) order by 1`,
    [references],
  )
  return Map.groupBy(found, ({ reference }) => reference)
}

/** Each reference by its end: acknowledged and there once, refused and not there, given up and either. */
function sort(journal: Map<string, Account>, told: Map<string, Told[]>) {
  const sums = {
    acknowledged: 0,
    refused: 0,
    ambiguous: 0,
    abandoned: 0,
    lost: 0,
    doubled: 0,
    faults: [] as string[],
    happenedAs: [] as string[],
  }
  for (const [reference, { call, answers, ambiguous, abandoned }] of journal) {
    const there = told.get(reference) ?? []
    sums.ambiguous += ambiguous
    if (there.length > 1) {
      sums.doubled += 1
      sums.faults.push(`${call.kind} ${reference} was told ${there.length} times`)
    }
    if (new Set(answers.map(({ status, text }) => `${status} ${text}`)).size > 1)
      sums.faults.push(
        `${call.kind} ${reference} was answered in two ways: ${answers.map(({ text }) => text).join(' | ')}`,
      )
    const [answer] = answers
    if (!answer) {
      sums.abandoned += 1
      if (!abandoned) sums.faults.push(`${call.kind} ${reference} has no end in the journal`)
      if (there.length > 0) sums.happenedAs.push(there[0]!.causeId)
    } else if (answer.status === 200) {
      sums.acknowledged += 1
      const id = causeOf(JSON.parse(answer.text) as Answer)
      if (there[0]?.causeId !== id) {
        sums.lost += 1
        sums.faults.push(
          `${call.kind} ${reference} was acknowledged as ${id} and is ${there[0]?.causeId ?? 'not there'}`,
        )
      }
    } else {
      sums.refused += 1
      if (there.length > 0)
        sums.faults.push(`${call.kind} ${reference} was refused and is there as ${there[0]!.causeId}`)
    }
  }
  return sums
}

/** What a command made is named by its id, a card by its own. */
const causeOf = ({ id, cardId }: Answer): string => cardId ?? id

/** Rows that no reference of ours explains, in the books of our members; and references that lead to nothing. */
async function strangers(
  rows: Rows,
  told: Map<string, Told[]>,
  members: string[],
  others: string[],
): Promise<string[]> {
  const causes = [...told.values()].flat().map(({ causeId }) => causeId)
  const found = await rows<{ fault: string }>(
    `with things as (
       select 'purchase' as what, id from purchases.purchase where member_id = any($2::uuid[]) or walk_in
       union all select 'top-up', id from wallets.topup where member_id = any($2::uuid[])
       union all select 'adjustment', id from points.adjustment where member_id = any($2::uuid[])
       union all select 'card', card_id from cards.card where member_id = any($2::uuid[])
       union all select 'member', member_id from members.member where member_id <> all($2::uuid[]) and member_id <> all($3::uuid[]))
     select format('%s %s is there %s times', what, id, count(*)) as fault from things group by what, id having count(*) > 1
     union all select format('%s %s was asked by nobody', what, id) from things where id <> all($1::uuid[])
     union all select format('transfer %s of %s was asked by nobody', id, cause_id) from ledger.transfer
       where member_id = any($2::uuid[]) and cause_id <> all($1::uuid[])
     union all select format('the reference of %s leads to nothing', cause) from unnest($1::uuid[]) cause
       where cause not in (select id from things)
     union all select format('purchase %s is news %s times', body->>'purchaseId', count(*)) from kernel.fact
       where kind = 'purchase.recorded' group by body->>'purchaseId' having count(*) <> 1
     union all select format('purchase %s is no news', id) from purchases.purchase p where not exists (
       select from kernel.fact f where f.kind = 'purchase.recorded' and f.member_id = p.member_id and (f.body->>'purchaseId')::uuid = p.id)
     limit 100`,
    [causes, members, others],
  )
  return found.map(({ fault }) => fault)
}

/** Asks for everything again: purchases by id, the rest under the same reference. Each answer must be the first one. */
async function asAnswered(
  wire: Wire,
  journal: Map<string, Account>,
  known: { call: Account['call']; answer: Answer }[],
): Promise<string[]> {
  const faults: string[] = []
  const queue = [...known]
  const check = async () => {
    for (let one = queue.pop(); one; one = queue.pop()) {
      const { call, answer } = one
      const first = journal.get(call.reference)!.answers[0]!.text
      if (answer.lines) {
        const again = await wire.ask('GET', `/v1/purchases/${answer.id}`)
        if (again.status !== 200 || asRecorded(again.text) !== asRecorded(first))
          faults.push(`${call.kind} ${call.reference} reads otherwise than it was answered: ${again.text} | ${first}`)
        if (call.kind === 'recordPurchase' && queue.length % 4 !== 0) continue
      }
      const again = await wire.ask('POST', call.path, call.body, call.reference)
      if (again.status !== 200 || again.text !== first)
        faults.push(`${call.kind} ${call.reference} is answered otherwise now: ${again.text} | ${first}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, check))
  return faults
}

/** A purchase without what is read beside it: what came back of a line since, and the names of its store and member, which may change. */
function asRecorded(text: string): string {
  const { storeName: _, member: __, ...answer } = JSON.parse(text) as Answer & { storeName?: string; member?: unknown }
  for (const line of answer.lines ?? []) line.returned = 0
  return JSON.stringify(answer)
}

/** The balances as simple addition of the answers gives them, beside those of the ledger. */
async function balances(
  rows: Rows,
  members: string[],
  known: { call: Account['call']; answer: Answer }[],
  happened: string[],
): Promise<string[]> {
  const sums = members.map(() => ({ points: 0, money: 0 }))
  for (const { call, answer } of known) {
    const sum = call.member === null ? undefined : sums[call.member]
    if (!sum) continue
    const wallet = (answer.tenders ?? []).reduce((all, { kind, amount }) => (kind === 'wallet' ? all + amount : all), 0)
    const sign = call.kind === 'recordPurchase' ? 1 : -1
    if (answer.points) sum.points += sign * (answer.points.earned - answer.points.spent)
    if (call.kind === 'adjustPoints') sum.points += answer.amount!
    sum.money += call.kind === 'topUp' ? answer.principal! + answer.bonus! : -sign * wallet
  }
  // What nobody was told of and happened all the same is added as the database has it: it was held against itself before.
  const more = await rows<{ member: string; points: string; money: string }>(
    `select member_id as member, coalesce(sum(amount) filter (where unit = 'points'), 0) as points,
            coalesce(sum(amount) filter (where unit like 'principal.%' or unit like 'bonus.%'), 0) as money
       from ledger.v_entry where cause_id = any($1::uuid[]) group by 1`,
    [happened],
  )
  for (const { member, points, money } of more) {
    const sum = sums[members.indexOf(member)]
    if (sum) Object.assign(sum, { points: sum.points + Number(points), money: sum.money + Number(money) })
  }
  const shown = await rows<{ member: string; points: string; money: string }>(
    `select member_id as member, coalesce(sum(shown) filter (where unit = 'points'), 0) as points,
            coalesce(sum(shown) filter (where unit like 'principal.%' or unit like 'bonus.%'), 0) as money
       from ledger.v_balance where member_id = any($1::uuid[]) group by 1`,
    [members],
  )
  return members.flatMap((member, at) => {
    const has = shown.find((one) => one.member === member) ?? { points: '0', money: '0' }
    const sum = sums[at]!
    if (Number(has.points) === sum.points && Number(has.money) === sum.money) return []
    return [
      `member ${member} has ${has.points} points and ${has.money} money, the answers add up to ${sum.points} and ${sum.money}`,
    ]
  })
}
