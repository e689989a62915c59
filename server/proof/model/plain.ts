/** A lot as a child would keep it: what is in it, when it ends, and its place in the order of opening. */
export type Pot = { unit: string; endsOn: string; source: string; place: number; left: number }
type Gift = { pot: Pot; amount: number; back: number }
type Spent = { pot: Pot; amount: number; back: number }

export const forEver = 'infinity'

/**
 * The rules of value.md written a second time, as plainly as they can be said and without a look at the ledger: pots, one number owed for
 * each unit, and lists of what each cause put where. Only equality with the books makes either of them right.
 */
export class Plain {
  pots: Pot[] = []
  owed = new Map<string, number>()
  gifts = new Map<string, Gift[]>()
  spendings = new Map<string, Spent[]>()

  private pot(unit: string, endsOn: string, source: string): Pot {
    const found = this.pots.find((pot) => pot.unit === unit && pot.endsOn === endsOn && pot.source === source)
    if (found) return found
    const fresh: Pot = { unit, endsOn, source, place: this.pots.length, left: 0 }
    this.pots.push(fresh)
    return fresh
  }

  shown(unit: string): number {
    const inPots = this.pots.reduce((sum, pot) => (pot.unit === unit ? sum + pot.left : sum), 0)
    return inPots - (this.owed.get(unit) ?? 0)
  }

  /** Pots with something in them, the soonest end first, what never ends last, then the oldest. */
  inOrder(unit: string, today: string): Pot[] {
    const full = this.pots.filter((pot) => pot.unit === unit && pot.left > 0 && pot.endsOn >= today)
    const days = [...new Set(full.map((pot) => pot.endsOn))].filter((day) => day !== forEver).sort()
    return [...days, forEver].flatMap((day) =>
      full.filter((pot) => pot.endsOn === day).sort((a, b) => a.place - b.place),
    )
  }

  give(cause: string, unit: string, amount: number, endsOn: string, source: string): void {
    const paid = Math.min(this.owed.get(unit) ?? 0, amount)
    if (paid > 0) this.owed.set(unit, this.owed.get(unit)! - paid)
    const list = this.gifts.get(cause) ?? []
    this.gifts.set(cause, list)
    if (amount === paid) return
    const pot = this.pot(unit, endsOn, source)
    pot.left += amount - paid
    list.push({ pot, amount: amount - paid, back: 0 })
  }

  /** False when there is not enough: then nothing happened. Who owes may not spend what is owed. */
  spend(cause: string, unit: string, amount: number, today: string): boolean {
    const order = this.inOrder(unit, today)
    const there = order.reduce((sum, pot) => sum + pot.left, 0)
    if (there - (this.owed.get(unit) ?? 0) < amount) return false
    const list: Spent[] = []
    let rest = amount
    for (const pot of order) {
      const part = Math.min(rest, pot.left)
      if (part === 0) break
      pot.left -= part
      list.push({ pot, amount: part, back: 0 })
      rest -= part
    }
    this.spendings.set(cause, list)
    return true
  }

  /** A spending is undone in part: the pots get it back, the last first; what is owed is paid first, as by any income. */
  undo(cause: string, unit: string, amount: number): void {
    let rest = amount
    for (const spent of [...(this.spendings.get(cause) ?? [])].reverse()) {
      const part = Math.min(rest, spent.amount - spent.back)
      const paid = Math.min(part, this.owed.get(unit) ?? 0)
      if (paid > 0) this.owed.set(unit, this.owed.get(unit)! - paid)
      spent.pot.left += part - paid
      spent.back += part
      rest -= part
    }
  }

  /** What came of a gift goes back: first out of the pots that it filled, then out of the soonest-ending ones, then it is owed. */
  takeBack(cause: string, unit: string, amount: number): number {
    let rest = amount
    for (const gift of this.gifts.get(cause) ?? []) {
      const part = Math.min(rest, gift.pot.left, gift.amount - gift.back)
      gift.pot.left -= part
      gift.back += part
      rest -= part
    }
    for (const pot of this.inOrder(unit, '')) {
      const part = Math.min(rest, pot.left)
      pot.left -= part
      rest -= part
    }
    if (rest > 0) this.owed.set(unit, (this.owed.get(unit) ?? 0) + rest)
    return rest
  }

  /** Everything that can be seen from outside, in one text. */
  picture(units: readonly string[]): string {
    const pots = this.pots
      .filter((pot) => pot.left > 0)
      .map((pot) => `${pot.unit} ${pot.endsOn} ${pot.source}: ${pot.left}`)
      .sort()
    return [...pots, ...units.map((unit) => `${unit}: ${this.shown(unit)}, owes ${this.owed.get(unit) ?? 0}`)].join(
      '\n',
    )
  }
}
