import type { Read, Tx } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { createMembers, findAlike, findIdentities, listFields } from '#modules/members/index.ts'
import type { Found, ImportKind, Setup, Unit, Verdict } from '../kind.ts'
import { asWork, reported } from '../kind.ts'
import { Seen } from '../seen.ts'
import { Stores } from '../stores.ts'
import type { Newcomer } from './convert.ts'
import { convertMember } from './convert.ts'
import { memberFields } from './fields.ts'

export const members: ImportKind = {
  kind: 'members',
  needs: [['name', 'phone']],
  async fields(read) {
    const own = await listFields(read)
    return [
      ...memberFields,
      ...own
        .filter(({ retired }) => !retired)
        .map(({ key, labelZh, labelEn }) => ({
          key: `custom.${key}`,
          zh: labelZh,
          en: labelEn,
          words: [key],
          personal: true,
        })),
    ]
  },
  async begin(read, setup) {
    const own = await listFields(read)
    const stores = await Stores.open(read, setup)
    const personal = new Set((await this.fields(read)).filter((field) => field.personal).map(({ key }) => key))
    const seen = new Seen()
    return asWork<Newcomer>({
      window: 0,
      most: { units: 500, rows: 500 },
      convert: (row) => convertMember(row, setup, own, personal),
      check: async (read, units) => (await sift(read, units, setup, stores, seen, true)).map(({ verdict }) => verdict),
      write: (tx, units) => write(tx, units, setup, stores, seen),
    })
  },
}

type Sifted = { verdict: Verdict; newcomer: Newcomer | undefined }

/** Who may come in, and who is held back: a bad value, a way to somebody else, a likeness. */
async function sift(
  read: Read,
  units: Unit<Newcomer>[],
  setup: Setup,
  stores: Stores,
  seen: Seen,
  ways: boolean,
): Promise<Sifted[]> {
  const newcomers = units.map((unit) => unit.inputs[0])
  await stores.learn(read, new Set(newcomers.map((one) => one?.storeWord ?? '')))
  const phones = await findIdentities(
    read,
    'phone',
    textsOf(newcomers, ({ phone }) => phone),
  )
  const numbers = ways
    ? await findIdentities(
        read,
        'number',
        textsOf(newcomers, ({ number }) => number),
      )
    : new Map()
  const foreign = ways ? await findIdentities(read, 'external', textsOf(newcomers, foreignOf)) : new Map()
  const alike = await findAlike(
    read,
    newcomers.map((one) => one?.member ?? { name: '', birthday: null }),
  )
  return units.map((unit, at): Sifted => {
    const newcomer = newcomers[at]
    if (!newcomer) return { verdict: reported(unit), newcomer: undefined }
    const row = unit.rows[0]!
    const bad = homeOf(newcomer, stores, setup) ?? waysTaken(newcomer, row, seen, { phones, numbers, foreign })
    if (bad) return { verdict: reported(unit, [bad]), newcomer: undefined }
    const like = likenessIn(newcomer, row, seen, alike.get(at) ?? [], setup)
    if (like && !like.taken) return { verdict: reported(unit, [like]), newcomer: undefined }
    return { verdict: { as: 'accepted', found: like ? [like] : [], things: 1 }, newcomer }
  })
}

const foreignOf = ({ member }: Newcomer): string | null => {
  const [first] = member.externalIds
  return first ? `${first.source}:${first.id}` : null
}

const textsOf = (newcomers: (Newcomer | undefined)[], pick: (one: Newcomer) => string | null): string[] => [
  ...new Set(newcomers.flatMap((one) => (one && pick(one)) ?? [])),
]

/** Puts the home store into a newcomer, or says what is wrong with it. */
function homeOf(newcomer: Newcomer, stores: Stores, setup: Setup): Found | undefined {
  const store = stores.of(newcomer.storeWord)
  if (store) newcomer.member.homeStore = store.id
  else if (newcomer.storeWord !== '') return newcomer.finding('homeStore', 'unknown_store', {}, false)
  else if (setup.scope !== 'all') return newcomer.finding('homeStore', 'store_needed', {}, false)
  return undefined
}

type Ways = { phones: Map<string, string>; numbers: Map<string, string>; foreign: Map<string, string> }

/** A phone, number or foreign id that leads to somebody else: in this file before, or in the house. */
function waysTaken(newcomer: Newcomer, row: number, seen: Seen, held: Ways): Found | undefined {
  const { phone, number } = newcomer
  const foreign = foreignOf(newcomer)
  const ways = [
    ['phone', phone, held.phones, 'phone_twice', 'members.phone_taken'],
    ['number', number, held.numbers, 'number_twice', 'members.number_taken'],
    ['externalId', foreign, held.foreign, 'number_twice', 'members.external_taken'],
  ] as const
  for (const [field, value, holders, twice, taken] of ways) {
    if (value === null) continue
    const first = seen.first(`${field} ${value}`, row)
    if (first !== undefined && first !== row) return newcomer.finding(field, twice, { row: first }, false)
    if (holders.has(value)) return newcomer.finding(field, taken, {}, false)
  }
  return undefined
}

function likenessIn(newcomer: Newcomer, row: number, seen: Seen, alike: string[], setup: Setup): Found | undefined {
  const { likeness } = newcomer
  if (likeness === undefined) return undefined
  const taken = setup.options.duplicates === 'take'
  const first = seen.first(`like ${likeness}`, row)
  if (first !== undefined && first !== row) return newcomer.finding('name', 'alike_in_file', { row: first }, taken)
  return alike.length > 0 ? newcomer.finding('name', 'alike_known', { memberId: alike[0] }, taken) : undefined
}

async function write(tx: Tx, units: Unit<Newcomer>[], setup: Setup, stores: Stores, seen: Seen): Promise<Verdict[]> {
  const sifted = await sift(tx, units, setup, stores, seen, false)
  const coming = sifted.flatMap(({ newcomer }) => newcomer ?? [])
  const ids = coming.map(() => newId())
  const outcomes = await createMembers(
    tx,
    coming.map(({ member }) => member),
    ids,
  )
  return sifted.map(({ verdict, newcomer }, at) => {
    if (!newcomer) return verdict
    const outcome = outcomes.shift()!
    const unit = units[at]!
    if ('refusal' in outcome) return reported(unit, [refusedBy(newcomer, outcome.refusal)])
    return { ...verdict, made: [{ kind: 'member', subjectId: outcome.ok.memberId, line: unit.rows[0]! }] }
  })
}

const columns: Record<string, string> = {
  'members.phone_taken': 'phone',
  'members.bad_phone': 'phone',
  'members.number_taken': 'number',
  'members.external_taken': 'externalId',
}

const refusedBy = (newcomer: Newcomer, { code, details }: Refusal): Found =>
  newcomer.finding(columns[code] ?? '', code, details, false)
