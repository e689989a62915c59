import type { Tx } from '#kernel/db.ts'
import type { Books } from '#modules/ledger/index.ts'

type Books_ = ConstructorParameters<typeof Books>[1][number]
export type Account = Books_

/** A transfer as it was written, with the balance and version that each side had after it. */
export type Written = {
  id: string
  unit: string
  amount: number
  debitNo: number | null
  debitHouse: string | null
  debitAfter: number | null
  debitVersion: number | null
  creditNo: number | null
  creditHouse: string | null
  creditAfter: number | null
  creditVersion: number | null
  causeId: string
  reverses: string | null
}

const listOf = (text: unknown): (string | null)[] =>
  [
    ...String(text)
      .slice(1, -1)
      .matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g),
  ].map(([, quoted, plain]) => (quoted !== undefined ? quoted : plain === 'null' ? null : plain!))
const numberOf = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text))

/**
 * What the ledger's three statements would have written, kept in memory: the accounts and transfers of one member. It holds what the
 * database holds too: a row moved behind our back is not moved, and no balance falls below zero.
 */
export class Shelf {
  accounts: Account[] = []
  transfers: Written[] = []
  readonly memberId: string

  constructor(memberId: string) {
    this.memberId = memberId
  }

  /** Fresh copies, as a query would read them. */
  read(): Account[] {
    return this.accounts.map((account) => ({ ...account }))
  }

  /** The transfers of a cause, oldest first, each with what of it was taken back already. */
  of(causeId: string) {
    return this.transfers
      .filter((one) => one.causeId === causeId)
      .map((one) => ({
        ...one,
        takenBack: this.transfers.reduce((sum, other) => (other.reverses === one.id ? sum + other.amount : sum), 0),
      }))
  }

  /** A transaction that understands nothing but the ledger's own three statements. */
  tx(): Tx {
    const run = async ({ name, values }: { name: string; values: unknown[] }): Promise<number> => {
      const columns = values.map((value) => (String(value).startsWith('{') ? listOf(value) : []))
      if (name === 'ledger.openAccounts') return this.open(columns)
      if (name === 'ledger.moveAccounts') return this.move(columns)
      if (name === 'ledger.transfer') return this.write(columns)
      throw new Error(`${name} is not known here`)
    }
    return { run } as unknown as Tx
  }

  private open(columns: (string | null)[][]): number {
    const [, nos, units, states, ends, lots, balances, versions] = columns
    for (const [at, no] of nos!.entries()) {
      this.accounts.push({
        memberId: this.memberId,
        no: Number(no),
        unit: units![at]!,
        state: states![at] as Account['state'],
        endsOn: ends![at]!,
        lot: lots![at]!,
        balance: Number(balances![at]),
        version: Number(versions![at]),
      })
    }
    return nos!.length
  }

  private move(columns: (string | null)[][]): number {
    const [, nos, balances, versions, seen] = columns
    let touched = 0
    for (const [at, no] of nos!.entries()) {
      const account = this.accounts.find((one) => one.no === Number(no) && one.version === Number(seen![at]))
      if (!account) continue
      Object.assign(account, { balance: Number(balances![at]), version: Number(versions![at]) })
      touched += 1
    }
    return touched
  }

  private write(columns: (string | null)[][]): number {
    const [, ids, units, amounts, dNo, dHouse, dAfter, dVersion, cNo, cHouse, cAfter, cVersion] = columns
    const [causes, reverses] = [columns[13]!, columns[19]!]
    for (const [at, id] of ids!.entries()) {
      this.transfers.push({
        id: id!,
        unit: units![at]!,
        amount: Number(amounts![at]),
        debitNo: numberOf(dNo![at]),
        debitHouse: dHouse![at]!,
        debitAfter: numberOf(dAfter![at]),
        debitVersion: numberOf(dVersion![at]),
        creditNo: numberOf(cNo![at]),
        creditHouse: cHouse![at]!,
        creditAfter: numberOf(cAfter![at]),
        creditVersion: numberOf(cVersion![at]),
        causeId: causes[at]!,
        reverses: reverses[at]!,
      })
    }
    return ids!.length
  }

  /** What is wrong with the shelf itself: every balance follows from the transfers one by one, versions have no gaps. */
  faults(): string[] {
    const found: string[] = []
    for (const account of this.accounts) {
      const sign = account.state === 'debt' ? -1 : 1
      let [balance, version] = [0, 0]
      for (const one of this.transfers) {
        for (const side of ['debit', 'credit'] as const) {
          if (one[`${side}No`] !== account.no) continue
          balance += (side === 'debit' ? -one.amount : one.amount) * sign
          version += 1
          if (one[`${side}After`] !== balance)
            found.push(`transfer ${one.id}: after it ${one[`${side}After`]}, not ${balance}`)
          if (one[`${side}Version`] !== version)
            found.push(`transfer ${one.id}: version ${one[`${side}Version`]}, not ${version}`)
          if (balance < 0) found.push(`account ${account.no} falls to ${balance}`)
        }
      }
      if (account.balance !== balance || account.version !== version)
        found.push(
          `account ${account.no} says ${account.balance}/${account.version}, its transfers ${balance}/${version}`,
        )
    }
    for (const one of this.transfers) {
      if (!(one.amount > 0)) found.push(`transfer ${one.id} moves ${one.amount}`)
      const back = this.transfers.reduce((sum, other) => (other.reverses === one.id ? sum + other.amount : sum), 0)
      if (back > one.amount) found.push(`transfer ${one.id}: ${back} of ${one.amount} taken back`)
    }
    return found
  }
}
