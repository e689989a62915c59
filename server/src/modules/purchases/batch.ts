import type { Caller } from '#kernel/caller.ts'
import { reaches } from '#kernel/caller.ts'
import type { Db, Tx } from '#kernel/db.ts'
import type { Asked, Wire } from '#kernel/http.ts'
import { readInput } from '#kernel/http.ts'
import type { Outcome } from '#kernel/lane.ts'
import { runBatch } from '#kernel/lane.ts'
import type { BatchAnswer, PurchaseInput } from './contract.ts'
import { BatchItem, Purchase, refuse } from './contract.ts'
import { recordPurchases } from './service.ts'

type Answered = BatchAnswer['items'][number]

/**
 * Records up to a thousand sales, each read and answered on its own and in order; a malformed one, a refusal and a fault fill their own slots and
 * no other. They run in slices, so that no till waits for all of them. Without the database the whole is answered as busy: told again,
 * each is done once.
 */
export async function recordBatch(
  db: Db,
  items: unknown[],
  who: Caller,
  { problemAfter }: Pick<Wire, 'problemAfter'>,
): Promise<BatchAnswer> {
  const answers: Answered[] = []
  const refused = (reference: string, thrown: unknown): Answered => {
    const { code, status, details, reference: line } = problemAfter(thrown)
    if (status === 503) throw thrown
    return { reference, purchase: null, refusal: { code, status, details, ...(line ? { reference: line } : {}) } }
  }
  for (let at = 0; at < items.length; at += 100) {
    const slice = items.slice(at, at + 100).map((item) => readItem(item, who))
    const asked = slice.flatMap((one) => ('asked' in one ? [one.asked] : []))
    const settled = await runBatch(db, recordWithin, asked)
    for (const one of slice) {
      if ('thrown' in one) {
        answers.push(refused(one.reference, one.thrown))
        continue
      }
      const { reference } = one.asked
      const result = settled.shift()!
      if (result.status === 'rejected') answers.push(refused(reference, result.reason))
      else if ('refusal' in result.value) answers.push(refused(reference, result.value.refusal))
      else answers.push({ reference, purchase: result.value.ok, refusal: null })
    }
  }
  const recorded = answers.filter(({ purchase }) => purchase).length
  return { items: answers, recorded, refused: answers.length - recorded }
}

function readItem(
  said: unknown,
  who: Caller,
): { asked: Asked<PurchaseInput> } | { reference: string; thrown: unknown } {
  try {
    const { reference, ...input } = readInput(BatchItem, said)
    return { asked: { input, who, reference } }
  } catch (thrown) {
    const reference = typeof said === 'object' && said !== null && 'reference' in said ? said.reference : ''
    return { reference: typeof reference === 'string' ? reference.slice(0, 120) : '', thrown }
  }
}

/** Each answer is held against its contract while its sale can still be rolled back. */
async function recordWithin(tx: Tx, asked: Asked<PurchaseInput>[]): Promise<Outcome<Purchase>[]> {
  const allowed = asked.map(({ who, input }) => reaches(who, input.storeId))
  const outcomes = await recordPurchases(
    tx,
    asked.filter((_, at) => allowed[at]),
  )
  return allowed.map((may) => {
    const outcome: Outcome<Purchase> = may ? outcomes.shift()! : { refusal: refuse('purchases.store_unknown') }
    return 'ok' in outcome ? { ok: Purchase.parse(outcome.ok) } : outcome
  })
}
