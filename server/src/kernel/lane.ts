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

async function answerAll<I, O>(db: Db, act: Batch<I, O>, taken: Waiting<I, O>[]): Promise<void> {
  try {
    const inputs = taken.map(({ input }) => input)
    for (const [at, result] of (await runBatch(db, act, inputs)).entries()) {
      if (result.status === 'fulfilled') taken[at]!.done(result.value)
      else taken[at]!.failed(result.reason)
    }
  } catch (fault) {
    for (const { failed } of taken) failed(fault)
  }
}

export type LaneOptions = {
  /** How many transactions of this kind run at once. */
  lanes?: number
  /** How many commands one of them takes at most. */
  most?: number
  /** How many must wait before another lane starts beside a running one. */
  worthwhile?: number
  /** After so long a free lane does not wait for more, nor for one that is held up. */
  patienceMs?: number
  /** How many may wait at all. */
  queue?: number
  watch?: LaneWatch | undefined
}

/**
 * Gathers concurrent commands of one kind: each lane takes what queued while its previous call ran, at most `most`, and one that waits alone is taken at once, so that
 * with one waiting it costs what a single call costs. A second lane starts only when it is worth a transaction of its own: two that
 * take a few each cost more than one that takes them all. Nobody waits longer than `patienceMs` behind one that is held up by a lock.
 * Refuses `kernel.busy` when `queue` commands already wait.
 */
export function gather<I, O>(
  db: Db,
  act: Batch<I, O>,
  { lanes = 3, most = 64, worthwhile = 12, patienceMs = 3, queue = 4096, watch }: LaneOptions = {},
): (input: I) => Promise<Outcome<O>> {
  const waiting: Waiting<I, O>[] = []
  watch?.queue(() => waiting.length)
  let running = 0
  let ended = 0
  let starting = false
  let watching = false

  const isWorthwhile = () => running === 0 || waiting.length >= worthwhile

  // The turn of the event loop ends first, so that requests read in one turn share one transaction.
  function start(): void {
    if (starting || waiting.length === 0 || running >= lanes) return
    if (!isWorthwhile()) {
      lookAgain()
      return
    }
    starting = true
    setImmediate(() => {
      starting = false
      if (waiting.length > 0 && running < lanes && isWorthwhile()) go()
    })
  }

  function go(): void {
    void drive().then(start)
  }

  /** Lets a free lane take the few that wait, if no other has ended meanwhile: it may be held up by a lock. */
  function lookAgain(): void {
    if (watching) return
    watching = true
    const before = ended
    setTimeout(() => {
      watching = false
      if (ended === before && waiting.length > 0 && running < lanes) go()
      else start()
    }, patienceMs)
  }

  async function drive(): Promise<void> {
    running += 1
    const taken = waiting.splice(0, most)
    watch?.took(taken.length)
    await answerAll(db, act, taken)
    running -= 1
    ended += 1
  }

  return (input) =>
    new Promise((done, failed) => {
      if (waiting.length >= queue) {
        failed(refuse('kernel.busy'))
        return
      }
      waiting.push({ input, done, failed })
      start()
    })
}
