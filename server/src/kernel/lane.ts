import type { Db, Tx } from './db.ts'
import { Refusal, refuse } from './refusal.ts'

/** What became of one input of a batch. */
export type Outcome<O> = { ok: O } | { refusal: Refusal }

export type Batch<I, O> = (tx: Tx, inputs: I[]) => Promise<Outcome<O>[]>

/**
 * Runs a batch in one transaction. If anything but a refusal is thrown, the batch rolls back and every input runs alone, so that one
 * poisoned input never fails its neighbours; its own fault is answered to it alone.
 */
export async function runBatch<I, O>(
  db: Db,
  act: Batch<I, O>,
  inputs: I[],
): Promise<PromiseSettledResult<Outcome<O>>[]> {
  try {
    const outcomes = await db.write((tx) => act(tx, inputs))
    return outcomes.map((value) => ({ status: 'fulfilled', value }))
  } catch (fault) {
    if (inputs.length === 1) {
      return [
        fault instanceof Refusal
          ? { status: 'fulfilled', value: { refusal: fault } }
          : { status: 'rejected', reason: fault },
      ]
    }
    const alone: PromiseSettledResult<Outcome<O>>[] = []
    for (const input of inputs) alone.push(...(await runBatch(db, act, [input])))
    return alone
  }
}

/** Sees how a lane does: the size of each batch, and a way to ask how many wait. */
export type LaneWatch = {
  took(size: number): void
  queue(length: () => number): void
}

type Waiting<I, O> = {
  input: I
  done: (outcome: Outcome<O>) => void
  failed: (fault: unknown) => void
}

/**
 * Gathers concurrent commands of one kind: each lane takes what queued while its previous call ran, at most `most`, without a timer,
 * so that with one waiting it costs what a single call costs. Refuses `kernel.busy` when `queue` commands already wait.
 */
export function gather<I, O>(
  db: Db,
  act: Batch<I, O>,
  {
    lanes = 2,
    most = 64,
    queue = 4096,
    watch,
  }: { lanes?: number; most?: number; queue?: number; watch?: LaneWatch | undefined } = {},
): (input: I) => Promise<Outcome<O>> {
  const waiting: Waiting<I, O>[] = []
  watch?.queue(() => waiting.length)
  let running = 0

  async function drive(): Promise<void> {
    running += 1
    while (waiting.length > 0) {
      const taken = waiting.splice(0, most)
      watch?.took(taken.length)
      try {
        const settled = await runBatch(
          db,
          act,
          taken.map(({ input }) => input),
        )
        for (const [at, result] of settled.entries()) {
          if (result.status === 'fulfilled') taken[at]!.done(result.value)
          else taken[at]!.failed(result.reason)
        }
      } catch (fault) {
        for (const { failed } of taken) failed(fault)
      }
    }
    running -= 1
  }

  return (input) =>
    new Promise((done, failed) => {
      if (waiting.length >= queue) {
        failed(refuse('kernel.busy'))
        return
      }
      waiting.push({ input, done, failed })
      // The turn of the event loop ends first, so that requests read in one turn share one transaction.
      if (running < lanes) setImmediate(() => running < lanes && waiting.length > 0 && drive())
    })
}
