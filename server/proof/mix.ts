import type { Call } from './journal.ts'
import type { Chance } from './random.ts'
import type { Counter } from './till.ts'

/** What one command of the mix asks. `member` is the place in the counter's list; null when it moves nobody's value there. */
type Wish = Pick<Call, 'member' | 'path' | 'body'>

/** A command that is done once under its reference: how often of a hundred it is asked, and what is asked. */
type Command = {
  weight: number
  /** Undefined when there is nothing to ask it of: a sale is asked then. */
  invent(counter: Counter, member: number, chance: Chance): Wish | Wish[] | undefined
}

/**
 * Every command of the house that takes a reference, by its operation. Tills ask them in this mix while something goes wrong around them; a
 * command that the house serves and that is not here fails a test.
 */
export const commands: Record<string, Command> = {
  recordPurchase: { weight: 56, invent: sale },
  returnPurchase: { weight: 13, invent: giveBack },
  returnUnlinked: {
    weight: 3,
    invent: ({ storeId, members }, member, chance) => ({
      member,
      path: '/v1/returns',
      body: { storeId, member: { id: members[member]! }, lines: lines(chance, 2_000), reason: 'proof' },
    }),
  },
  topUp: {
    weight: 11,
    invent: ({ storeId, members }, member, chance) => ({
      member,
      path: `/v1/members/${members[member]!}/topups`,
      body: { storeId, amount: 1_000 + chance.below(30_000) },
    }),
  },
  adjustPoints: {
    weight: 9,
    invent: ({ members }, member, chance) => ({
      member,
      path: `/v1/members/${members[member]!}/points`,
      body: { amount: chance.once(2) ? 1 + chance.below(500) : -1 - chance.below(300), reason: 'proof' },
    }),
  },
  recordPurchases: {
    weight: 4,
    invent: (counter, _, chance) =>
      Array.from({ length: 2 + chance.below(5) }, () => sale(counter, chance.below(counter.members.length), chance)),
  },
  createMember: {
    weight: 2,
    invent: ({ storeId }, _, chance) => ({
      member: null,
      path: '/v1/members',
      body: { name: '新会员', phone: `137${String(chance.below(100_000_000)).padStart(8, '0')}`, homeStore: storeId },
    }),
  },
  issueCard: {
    weight: 2,
    invent: ({ storeId, members, cardTypeId: typeId }, member) =>
      typeId
        ? { member, path: '/v1/cards', body: { memberId: members[member]!, typeId, medium: 'virtual', storeId } }
        : undefined,
  },
}

const all = Object.entries(commands)

/** The next errand of a till: one call, or those of one batch. Each has a reference of its own. */
export function errand(counter: Counter, reference: string, chance: Chance): Call[] {
  const member = chance.below(counter.members.length)
  const [kind, { invent }] = chance.among(all, ([, { weight }]) => weight)
  const wish = invent(counter, member, chance)
  if (Array.isArray(wish))
    return wish.map((one, at) => ({ ...one, kind: 'recordPurchase', reference: `${reference}.${at}` }))
  return [wish ? { ...wish, kind, reference } : { ...sale(counter, member, chance), kind: 'recordPurchase', reference }]
}

const lines = (chance: Chance, dearest: number) =>
  Array.from({ length: 1 + chance.below(3) }, (_, at) => ({
    sku: `SKU${at + 1}`,
    quantity: 1 + chance.below(4),
    unitPrice: 50 + chance.below(dearest),
  }))

function sale({ storeId, members }: Counter, member: number, chance: Chance): Wish {
  const bought = lines(chance, 20_000)
  const due = bought.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0)
  const walkIn = chance.once(12)
  const tenders = walkIn ? [] : tendersOf(due, chance)
  return {
    member: walkIn ? null : member,
    path: '/v1/purchases',
    body: {
      ...{ storeId, lines: bought },
      ...(walkIn ? {} : { member: { id: members[member]! } }),
      ...(tenders.length > 0 ? { tenders } : {}),
    },
  }
}

/** Mostly cash; sometimes stored money or points pay a part. Both may be refused, and that is an answer too. */
function tendersOf(due: number, chance: Chance): { kind: string; amount: number }[] {
  const dice = chance.below(8)
  if (dice < 3) return []
  const kind = dice < 6 ? 'wallet' : 'points'
  const most = kind === 'points' ? Math.floor(due / 200) * 100 : due
  const amount = kind === 'points' ? Math.min(most, 100 * (1 + chance.below(4))) : 1 + chance.below(most)
  if (amount === 0) return []
  return [{ kind, amount }, ...(due > amount ? [{ kind: 'cash', amount: due - amount }] : [])]
}

function giveBack({ sold, storeId }: Counter, member: number, chance: Chance): Wish | undefined {
  const open = (sold.get(member) ?? []).filter((one) => one.lines.some(({ left }) => left > 0))
  if (open.length === 0) return undefined
  const bought = chance.pick(open)
  const line = chance.pick(bought.lines.filter(({ left }) => left > 0))
  const quantity = 1 + chance.below(line.left)
  line.left -= quantity
  return {
    member,
    path: `/v1/purchases/${bought.id}/returns`,
    body: { storeId, lines: [{ line: line.no, quantity }] },
  }
}
