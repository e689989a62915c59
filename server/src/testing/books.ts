import { expect } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Books, Cause } from '#modules/ledger/index.ts'
import { never, openBooks, readStatement, transfersOf } from '#modules/ledger/index.ts'
import { house } from '#testing'

type Given = Awaited<ReturnType<typeof transfersOf>>

/** A cause of a kind that no room keeps rows of. */
export const cause = (kind: string, id = newId()): Cause => ({
  ...{ kind, id, charter: 1, storeId: null, staffId: null },
  occurredAt: '2026-03-01T02:00:00Z',
})

/** The ledger by itself, to move value in without a shop around it. */
export function ledger() {
  const home = house()

  /** One command on the books of some members, written down; `given` are the transfers of some causes of the first. */
  const act = <T>(members: string[], causes: string[], run: (books: Books, given: Given) => T): Promise<T> =>
    home.app.db.write(async (tx) => {
      const books = await openBooks(tx, members)
      const given = await transfersOf(tx, members[0]!, causes)
      const answer = run(books, given)
      await books.save(tx)
      return answer
    })

  return {
    ...home,
    act,
    read: (id: string) => home.app.db.read((read) => readStatement(read, { id, limit: 1 })),
    /** Gives points into an open lot. */
    given: (member: string, amount: number, endsOn = never, from = 'points/issued', gift = cause('earn')) =>
      act([member], [], (books) =>
        books.give(member, 'points', amount, from, { state: 'open', endsOn, lot: '' }, gift),
      ),
  }
}

/** What an act was refused with; fails when it was not. */
export async function refused(acting: Promise<unknown>): Promise<unknown> {
  const fault = await acting.catch((one: unknown) => one)
  expect(fault).toBeInstanceOf(Refusal)
  return [(fault as Refusal).code, (fault as Refusal).details]
}
