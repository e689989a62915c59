import type { Tx } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Cause, State } from './contract.ts'
import { refuse } from './contract.ts'
import type { Account, Transfer } from './store.ts'
import * as store from './store.ts'

/** A side of a transfer that belongs to the member: unit is the transfer's, the lot is named by its last day and source. */
export type MemberSide = { state: State; endsOn: string; lot: string }
export type Side = { house: string } | MemberSide

/** Part of a spending: how much came out of which lot, and the transfer that moved it. */
export type Part = { account: Account; amount: number; transferId: string }

export const never = 'infinity'

/**
 * The accounts of the members of one batch, read under their lock, moved in memory and written at the end. All arithmetic on value
 * happens here. Refused inputs leave no trace: `attempt` puts a member's accounts back.
 */
export class Books {
  private readonly accounts = new Map<string, Account[]>()
  private readonly versionsRead = new Map<Account, number>()
  private transfers: Transfer[] = []

  constructor(memberIds: string[], accounts: Account[]) {
    for (const memberId of memberIds) this.accounts.set(memberId, [])
    for (const account of accounts) {
      this.of(account.memberId).push(account)
      this.versionsRead.set(account, account.version)
    }
  }

  private of(memberId: string): Account[] {
    const accounts = this.accounts.get(memberId)
    if (!accounts) throw new Error(`the books of ${memberId} are not open`)
    return accounts
  }

  /** Opens books of members that have no accounts yet. */
  openNew(memberIds: string[]): void {
    for (const memberId of memberIds) if (!this.accounts.has(memberId)) this.accounts.set(memberId, [])
  }

  /** Runs what may be refused; on a refusal the member's accounts are as before, and the refusal goes on. */
  attempt<T>(memberId: string, act: () => T): T {
    const accounts = this.of(memberId)
    const before = accounts.map(({ balance, version }) => ({ balance, version }))
    const told = this.transfers.length
    try {
      return act()
    } catch (fault) {
      if (fault instanceof Refusal) {
        accounts.length = before.length
        for (const [at, account] of accounts.entries()) Object.assign(account, before[at])
        this.transfers.length = told
      }
      throw fault
    }
  }

  /** What a member has of a unit: open lots less debt; with a day, less the lots that ended before it. */
  balance(memberId: string, unit: string, today = ''): number {
    let sum = 0
    for (const account of this.of(memberId)) {
      if (account.unit !== unit) continue
      if (account.state === 'open') sum += account.endsOn >= today ? account.balance : 0
      else if (account.state === 'debt') sum -= account.balance
    }
    return sum
  }

  /** What a member may spend of a unit on a day: exactly what `spend` does not refuse. */
  usable(memberId: string, unit: string, today = ''): number {
    return Math.max(0, this.balance(memberId, unit, today))
  }

  /** Open lots with something in them, in the order of spending: soonest end first, what never ends last; then oldest first. */
  lots(memberId: string, unit: string, today = ''): Account[] {
    return this.of(memberId)
      .filter(
        (account) =>
          account.unit === unit && account.state === 'open' && account.balance > 0 && account.endsOn >= today,
      )
      .sort((a, b) =>
        a.endsOn === b.endsOn
          ? a.no - b.no
          : a.endsOn === never
            ? 1
            : b.endsOn === never
              ? -1
              : a.endsOn < b.endsOn
                ? -1
                : 1,
      )
  }

  /** What a member owes of a unit: the debts with something in them. */
  owed(memberId: string, unit: string): Account[] {
    return this.of(memberId).filter((a) => a.unit === unit && a.state === 'debt' && a.balance > 0)
  }

  /** How much of a unit a member has in accounts of one state. */
  sum(memberId: string, unit: string, state: State): number {
    return this.of(memberId).reduce((sum, a) => (a.unit === unit && a.state === state ? sum + a.balance : sum), 0)
  }

  /** The units that a member has ever had. */
  units(memberId: string): string[] {
    return [...new Set(this.of(memberId).map(({ unit }) => unit))]
  }

  account(memberId: string, no: number): Account | undefined {
    return this.of(memberId).find((account) => account.no === no)
  }

  private find(memberId: string, unit: string, side: MemberSide): Account {
    const accounts = this.of(memberId)
    const found = accounts.find(
      (a) => a.unit === unit && a.state === side.state && a.endsOn === side.endsOn && a.lot === side.lot,
    )
    if (found) return found
    const opened: Account = { memberId, no: accounts.length + 1, unit, ...side, balance: 0, version: 0 }
    accounts.push(opened)
    return opened
  }

  /**
   * Moves `amount` (above zero) of a unit from one side to the other. Refuses `ledger.not_enough` if a lot would fall below zero, and
   * `ledger.too_much` if it cannot hold so much.
   */
  post(
    memberId: string,
    unit: string,
    amount: number,
    from: Side,
    to: Side,
    cause: Cause,
    reverses: string | null = null,
  ): string {
    if (!Number.isSafeInteger(amount) || amount <= 0) throw new Error(`a transfer of ${amount} moves nothing`)
    const debit = 'house' in from ? undefined : this.find(memberId, unit, from)
    const credit = 'house' in to ? undefined : this.find(memberId, unit, to)
    if (debit) move(debit, debit.state === 'debt' ? amount : -amount)
    if (credit) move(credit, credit.state === 'debt' ? -amount : amount)
    const id = newId()
    this.transfers.push({
      memberId,
      id,
      unit,
      amount,
      debitNo: debit?.no ?? null,
      debitHouse: 'house' in from ? `house/${from.house}` : null,
      debitAfter: debit?.balance ?? null,
      debitVersion: debit?.version ?? null,
      creditNo: credit?.no ?? null,
      creditHouse: 'house' in to ? `house/${to.house}` : null,
      creditAfter: credit?.balance ?? null,
      creditVersion: credit?.version ?? null,
      causeKind: cause.kind,
      causeId: cause.id,
      causeLine: cause.line ?? null,
      charter: cause.charter,
      storeId: cause.storeId,
      staffId: cause.staffId,
      occurredAt: cause.occurredAt,
      reverses,
    })
    return id
  }

  /** Gives a member `amount` into a lot; what the member owes is paid first, in the same transaction. */
  give(
    memberId: string,
    unit: string,
    amount: number,
    from: string,
    lot: MemberSide,
    cause: Cause,
    reverses: string | null = null,
  ): void {
    let rest = amount
    for (const debt of this.owed(memberId, unit)) {
      if (rest === 0) return
      const paid = Math.min(rest, debt.balance)
      this.post(memberId, unit, paid, { house: from }, debt, cause, reverses)
      rest -= paid
    }
    if (rest > 0) this.post(memberId, unit, rest, { house: from }, lot, cause, reverses)
  }

  /**
   * Spends `amount` out of the open lots in their order; what is owed is not there to be spent. Refuses `ledger.not_enough` with how many
   * are short.
   */
  spend(
    memberId: string,
    unit: string,
    amount: number,
    to: string,
    cause: Cause,
    today = '',
    reverses: string | null = null,
  ): Part[] {
    const lots = this.lots(memberId, unit, today)
    const available = this.usable(memberId, unit, today)
    if (available < amount) throw refuse('ledger.not_enough', { unit, short: amount - available })
    const parts: Part[] = []
    let rest = amount
    for (const account of lots) {
      if (rest === 0) break
      const part = Math.min(rest, account.balance)
      parts.push({
        account,
        amount: part,
        transferId: this.post(memberId, unit, part, account, { house: to }, cause, reverses),
      })
      rest -= part
    }
    return parts
  }

  /**
   * Takes `amount` back that was given before: first out of the lots that it went to (also while it is pending), then out of the
   * soonest-ending ones, and what is spent already becomes debt. Never refused, never silent. Answers how much became debt.
   */
  takeBack(
    memberId: string,
    unit: string,
    amount: number,
    to: string,
    cause: Cause,
    given: (Transfer & { takenBack: number })[],
  ): number {
    let rest = amount
    for (const transfer of given) {
      const account = transfer.creditNo === null ? undefined : this.account(memberId, transfer.creditNo)
      if (account?.state !== 'open' && account?.state !== 'pending') continue
      const part = Math.min(rest, account.balance, transfer.amount - transfer.takenBack)
      if (part <= 0) continue
      this.post(memberId, unit, part, account, { house: to }, cause, transfer.id)
      transfer.takenBack += part
      rest -= part
    }
    for (const account of this.lots(memberId, unit)) {
      const part = Math.min(rest, account.balance)
      if (part > 0) this.post(memberId, unit, part, account, { house: to }, cause)
      rest -= part
    }
    if (rest > 0) this.post(memberId, unit, rest, { state: 'debt', endsOn: never, lot: '' }, { house: to }, cause)
    return rest
  }

  /**
   * Writes what moved since the last time: new accounts, balances and versions, transfers. What is to be written is gathered before the first
   * statement leaves, so that the books may move on meanwhile; a fault of it must end the transaction.
   */
  async save(tx: Tx): Promise<void> {
    const opened: Account[] = []
    const moved: { account: Account; versionRead: number }[] = []
    for (const account of [...this.accounts.values()].flat()) {
      const versionRead = this.versionsRead.get(account)
      if (versionRead === undefined) opened.push(account)
      else if (versionRead !== account.version) moved.push({ account, versionRead })
      this.versionsRead.set(account, account.version)
    }
    const transfers = this.transfers
    this.transfers = []
    await Promise.all([
      store.insertAccounts(tx, opened),
      store.updateAccounts(tx, moved),
      store.insertTransfers(tx, transfers),
    ])
  }
}

// Far above what a shop ever gives, far below where the sum of a member's accounts would lose units.
const mostHeld = 10_000_000_000_000

function move(account: Account, by: number): void {
  if (account.balance + by < 0)
    throw refuse('ledger.not_enough', { unit: account.unit, short: -(account.balance + by) })
  if (account.balance + by > mostHeld) throw refuse('ledger.too_much', { unit: account.unit, most: mostHeld })
  account.balance += by
  account.version += 1
}
