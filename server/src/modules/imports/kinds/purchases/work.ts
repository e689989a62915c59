import { system } from '#kernel/caller.ts'
import type { Tx } from '#kernel/db.ts'
import type { Outcome } from '#kernel/lane.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { createMembers, NewMember } from '#modules/members/index.ts'
import type { Store } from '#modules/org/index.ts'
import type { Asking, Purchase } from '#modules/purchases/index.ts'
import { record, rehearse } from '#modules/purchases/index.ts'
import { momentIn } from '../../values/moments.ts'
import { readTender } from '../../values/words.ts'
import type { Found, ImportKind, Made, Setup, Unit, Verdict } from '../kind.ts'
import { asWork, reported } from '../kind.ts'
import type { Ref } from '../refs.ts'
import { fieldOf, findMembers, keyOf } from '../refs.ts'
import { Stores } from '../stores.ts'
import type { Told } from './convert.ts'
import { convertLine } from './convert.ts'
import { purchaseFields } from './fields.ts'

const who = system('import')

export const purchases: ImportKind = {
  kind: 'purchases',
  needs: [['occurredAt'], ['amount', 'unitPrice']],
  fields: async () => purchaseFields,
  async begin(read, setup) {
    const stores = await Stores.open(read, setup)
    const currency = setup.options.currency ?? stores.default?.currency ?? setup.currency
    const personal = new Set(purchaseFields.filter((field) => field.personal).map(({ key }) => key))
    const shared = { setup, stores, currency }
    return asWork<Told>({
      window: 500,
      most: { units: 600, rows: 4000 },
      convert: (row) => convertLine(row, setup, currency, personal),
      check: (tx, units) => take(tx, units, shared, rehearse),
      write: (tx, units) => take(tx, units, shared, record),
    })
  },
}

type Shared = { setup: Setup; stores: Stores; currency: string }
type Recorder = (tx: Tx, asked: Asking[]) => Promise<Outcome<Purchase>[]>

/** A receipt that is ready to be told: a sale, a return without its sale, or both. */
type Receipt = { unit: Unit<Told>; memberId: string | null; asked: Asking[]; made: Made[] }

async function take(tx: Tx, units: Unit<Told>[], shared: Shared, tell: Recorder): Promise<Verdict[]> {
  const { setup, stores } = shared
  await stores.learn(tx, new Set(units.map(({ inputs }) => inputs[0]?.storeWord ?? '')))
  const known = await findMembers(
    tx,
    units.flatMap(({ inputs }) => inputs[0]?.ref ?? []),
  )
  const made = setup.options.unknownMembers === 'create' ? await makeMembers(tx, units, known, shared) : new Map()
  const ready = units.map((unit): Receipt | Found => {
    const [first] = unit.inputs
    if (!first) return unit.found[0]!
    const store = stores.of(first.storeWord)
    const bad = storeFault(first, store, shared)
    if (bad) return bad
    const memberId = first.ref ? known.get(keyOf(first.ref)) : null
    if (memberId === undefined) return first.finding(fieldOf(first.ref!), 'unknown_member')
    const makes = made.get(unit.rows[0]!)
    return { unit, memberId, asked: askingOf(unit, store!, memberId, shared), made: makes ? [makes] : [] }
  })
  const outcomes = await tell(
    tx,
    ready.flatMap((one) => ('asked' in one ? one.asked : [])),
  )
  return ready.map((one, at): Verdict => {
    if (!('asked' in one)) {
      const unit = units[at]!
      return unit.inputs.length === 0 ? withWorth(reported(unit), unit, shared) : refusedWhole(unit, one, shared)
    }
    return verdictOf(one, outcomes.splice(0, one.asked.length), shared)
  })
}

/** Bare members for those whom nobody knows: what they are called in the file, and their first store. A check makes none. */
async function makeMembers(
  tx: Tx,
  units: Unit<Told>[],
  known: Map<string, string>,
  { setup, stores, currency }: Shared,
): Promise<Map<number, Made>> {
  const bare = new Map<string, { first: Told; row: number }>()
  for (const { inputs, rows } of units) {
    const [first] = inputs
    if (!first?.ref || first.ref.kind === 'card' || known.has(keyOf(first.ref))) continue
    if (storeFault(first, stores.of(first.storeWord), { setup, stores, currency })) continue
    if (!bare.has(keyOf(first.ref))) bare.set(keyOf(first.ref), { first, row: rows[0]! })
  }
  const wanted = [...bare]
  if (setup.rehearsal) {
    for (const [key] of wanted) known.set(key, '')
    return new Map()
  }
  const outcomes = await createMembers(
    tx,
    wanted.map(([, { first }]) => bareMember(first.ref!, first, stores.of(first.storeWord)!, setup)),
  )
  const made = new Map<number, Made>()
  for (const [at, [key, { row }]] of wanted.entries()) {
    const outcome = outcomes[at]!
    if (!('ok' in outcome)) continue
    known.set(key, outcome.ok.memberId)
    made.set(row, { kind: 'member', subjectId: outcome.ok.memberId, line: row })
  }
  return made
}

const bareMember = (ref: Ref, { when }: Told, store: Store, { options }: Setup): NewMember =>
  NewMember.parse({
    name: ref.kind === 'phone' ? '' : ref.said.slice(0, 80),
    homeStore: store.id,
    joinedOn: when.day,
    ...(ref.kind === 'phone' ? { phone: ref.value } : {}),
    ...(ref.kind === 'number' ? { number: ref.said } : {}),
    ...(ref.kind === 'external' ? { externalIds: [{ source: options.source, id: ref.said }] } : {}),
  })

function storeFault(first: Told, store: Store | undefined, { currency }: Shared): Found | undefined {
  if (!store) return first.finding('store', first.storeWord === '' ? 'store_needed' : 'unknown_store')
  if (store.currency !== currency)
    return first.finding('store', 'other_currency', { store: store.currency, file: currency })
  return undefined
}

/** A receipt as commands: what was bought as a sale, what came back as a return without its sale. */
function askingOf({ inputs, rows }: Unit<Told>, store: Store, memberId: string | null, { setup }: Shared): Asking[] {
  const first = inputs[0]!
  const { options, runId } = setup
  const bought = inputs.filter(({ back }) => !back)
  const back = inputs.filter((line) => line.back)
  // What neither costs nor brings anything goes with what did happen.
  const idle = bought.every(({ line }) => line.amount === 0) && back.length > 0
  const parts = idle
    ? [{ kind: 'unlinked' as const, lines: inputs }]
    : [
        { kind: 'sale' as const, lines: bought },
        { kind: 'unlinked' as const, lines: back },
      ]
  const occurredAt = momentIn(options.zone ?? store.zone, first.when)
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ kind, lines }): Asking => {
      const total = lines.reduce((sum, { line }) => sum + line.amount, 0)
      const word = lines.find(({ tender }) => tender !== '')?.tender
      const input = {
        storeId: store.id,
        // A check makes no members; whoever would be one is nobody there.
        member: memberId ? { id: memberId } : null,
        occurredAt,
        lines: lines.map(({ line }) => line),
        ...(word && total > 0 ? { tenders: [{ ...readTender(word), amount: total }] } : {}),
        ...(first.receipt ? { number: first.receipt } : {}),
      }
      const shared = {
        who,
        reference: `${runId}/${rows[0]}${kind === 'sale' ? '' : 'r'}`,
        origin: options.as,
        importId: runId,
      }
      return kind === 'sale'
        ? { ...shared, command: { kind, input } }
        : { ...shared, command: { kind, input: { ...input, reason: '' } } }
    })
}

function verdictOf({ unit, memberId, asked, made }: Receipt, outcomes: Outcome<Purchase>[], shared: Shared): Verdict {
  const refused = outcomes.find((outcome) => 'refusal' in outcome)
  if (refused) {
    // Both halves of a receipt or none: the caller takes the whole transaction back and tries this one by itself.
    if (outcomes.some((outcome) => 'ok' in outcome)) throw new Error('one half of a receipt was refused')
    return refusedWhole(unit, refusedBy(unit.inputs[0]!, refused.refusal), shared)
  }
  const sums: Record<string, number> = { lines: unit.inputs.length }
  const add = (key: string, by: number) => {
    sums[key] = (sums[key] ?? 0) + by
  }
  for (const outcome of outcomes) {
    const { kind, total, currency } = (outcome as { ok: Purchase }).ok
    add(kind === 'sale' ? 'sales' : 'returns', 1)
    add(`${currency}.${kind === 'sale' ? 'sales' : 'returns'}`, total)
  }
  return { as: memberId === null ? 'anonymous' : 'accepted', found: [], made, things: asked.length, sums }
}

const columns: Record<string, string> = {
  'purchases.store_unknown': 'store',
  'purchases.in_future': 'occurredAt',
  'purchases.too_old': 'occurredAt',
}

const refusedBy = (first: Told, { code, details }: Refusal): Found =>
  first.finding(columns[code] ?? (first.ref ? fieldOf(first.ref) : 'receipt'), code, details)

/** A receipt that cannot go in: its first row says why, the others that they belong to it. */
function refusedWhole(unit: Unit<Told>, why: Found, shared: Shared): Verdict {
  const rest = unit.inputs.slice(1).map((line) => line.finding('receipt', 'with_its_receipt', { row: why.at }))
  return withWorth(reported(unit, [why, ...rest]), unit, shared)
}

/** What is not taken in is counted all the same, so that the control sums of a file come out. */
const withWorth = (verdict: Verdict, { worth }: Unit<Told>, { currency }: Shared): Verdict => ({
  ...verdict,
  sums: { [`${currency}.reported`]: worth },
})
