import type { Charter, TenderKind } from './shapes.ts'

/** A tender as it was chosen: an amount that somebody typed, or null for whatever is still open. */
export interface Pick {
  kind: TenderKind
  /** Minor units; for cash what the customer handed over. */
  typed: number | null
}

/** What the money of a sale comes to. All amounts in minor units. */
export interface Settled {
  tenders: { kind: TenderKind; amount: number }[]
  /** Still to be paid. */
  open: number
  /** To hand back, from cash. */
  change: number
  /** A tender that is typed larger than it may be: its kind, and the most it may be. */
  over: { kind: TenderKind; most: number } | undefined
}

type Spend = Charter['points']['spend']

/** What the member may pay with at most. */
export interface Usable {
  wallet: number
  pointsAmount: number
}

export const nothingUsable: Usable = { wallet: 0, pointsAmount: 0 }

/** The money that points may pay of a due at most: by the charter's share of the receipt, its step, and what the member has. */
export function mostPoints(due: number, usable: Usable, spend: Spend): number {
  if (!spend) return 0
  const step = (spend.step * spend.amount) / spend.points
  const most = Math.min(Math.floor((due * spend.mostPercent) / 100), usable.pointsAmount)
  return step > 0 ? Math.floor(Math.floor(most / step) * step) : 0
}

/** The most that a kind of tender may be of what is open; Infinity for cash, which gives change. */
function mostOf(kind: TenderKind, due: number, open: number, usable: Usable, spend: Spend): number {
  if (kind === 'cash') return Number.POSITIVE_INFINITY
  if (kind === 'wallet') return Math.min(open, usable.wallet)
  if (kind === 'points') return mostPoints(due, { ...usable, pointsAmount: Math.min(usable.pointsAmount, open) }, spend)
  return open
}

/** Settles a due with the chosen tenders: typed amounts first, then each untyped one takes as much as it may of what is open. */
export function settle(due: number, picks: readonly Pick[], usable: Usable, spend: Spend): Settled {
  let open = due
  let over: Settled['over']
  const amounts = new Map<TenderKind, number>()
  let handed: number | undefined
  const take = (kind: TenderKind, amount: number) => {
    amounts.set(kind, amount)
    open -= amount
  }
  const order = [
    ...picks.filter(({ kind, typed }) => typed !== null && kind !== 'cash'),
    ...picks.filter(({ kind, typed }) => typed === null && (kind === 'points' || kind === 'wallet')),
    ...picks.filter(({ kind, typed }) => typed !== null && kind === 'cash'),
    ...picks.filter(({ kind, typed }) => typed === null && kind !== 'points' && kind !== 'wallet'),
  ]
  for (const { kind, typed } of order) {
    const most = mostOf(kind, due, open, usable, spend)
    if (typed !== null && typed > most) over ??= { kind, most }
    if (kind === 'cash') handed = typed ?? undefined
    take(kind, Math.min(typed ?? open, most, open))
  }
  const cash = amounts.get('cash') ?? 0
  return {
    tenders: picks.map(({ kind }) => ({ kind, amount: amounts.get(kind) ?? 0 })).filter(({ amount }) => amount > 0),
    open,
    change: handed === undefined ? 0 : Math.max(0, handed - cash),
    over,
  }
}

const isValue = (kind: TenderKind) => kind === 'points' || kind === 'wallet'

/**
 * Chooses a tender. Points and stored value stand beside the money that pays the rest; one sort of money takes the place of
 * another that nobody has typed an amount for, and of what came last if that covered all that was open. `open` is what was still open before.
 */
export function choose(picks: readonly Pick[], kind: TenderKind, open: number): Pick[] {
  if (picks.some((pick) => pick.kind === kind)) return [...picks]
  const untypedMoney = (pick: Pick) => pick.typed === null && !isValue(pick.kind)
  const covered = open === 0 && !picks.some(untypedMoney)
  const kept = isValue(kind) ? picks : covered ? picks.slice(0, -1) : picks.filter((pick) => !untypedMoney(pick))
  return [...kept, { kind, typed: null }]
}
