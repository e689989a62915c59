import { Readable } from 'node:stream'
import type { Caller } from '#kernel/caller.ts'
import { system } from '#kernel/caller.ts'
import type { Db, Tx } from '#kernel/db.ts'
import { checkImport, readImport, startImport, uploadImport, workOnce } from '#modules/imports/index.ts'
import { closeShift, openShift, record } from '#modules/purchases/index.ts'
import { skuOf } from '#seed/demo/story.ts'
import { arrivals, shelves } from '#seed/demo/words.ts'
import type { Demo } from './store.ts'

const float = 30_000
/** What was missing in each store's drawer when its shift was counted, minor units: one cashier gave five yuan too much change. */
const missing = [0, 500, 0]

/** Today's shifts of the demo: at each store's first till one runs, at its second one sold something for cash and was counted. */
export async function workShifts(tx: Tx, demo: Demo): Promise<void> {
  for (const [at, storeId] of demo.stores.entries()) {
    const [first, second] = demo.tills[at]!
    const [morning, noon] = [cashier(demo, at, 0), cashier(demo, at, 1)]
    await openShift(tx, { id: first!, opening: float }, morning)
    const shift = await openShift(tx, { id: second!, opening: float }, noon)
    let cash = 0
    for (const [good, [, , unitPrice]] of shelves[at]!.goods.slice(0, 3).entries()) {
      const input = {
        storeId,
        tillId: second!,
        member: null,
        lines: [{ sku: skuOf(at, good), quantity: 1, unitPrice }],
        tenders: [{ kind: 'cash' as const, amount: unitPrice }],
      }
      const reference = `demo-shift-${at}-${good}`
      const [outcome] = await record(tx, [{ command: { kind: 'sale', input }, who: noon, reference }])
      if ('refusal' in outcome!) throw outcome.refusal
      cash += unitPrice
    }
    await closeShift(tx, { id: shift.id, counted: float + cash - missing[at % missing.length]! }, noon)
  }
}

function cashier(demo: Demo, at: number, turn: number): Caller {
  const people = demo.staff[at]!
  const { id, name } = people[turn % people.length]!
  return { ...system(name), personId: id }
}

const quiet = { info() {}, warn() {}, error() {} }

/**
 * Takes the new arrivals in from a file, as a head office does: looked at, checked, then in without the one row that cannot be read. Each of
 * these is a transaction of its own.
 */
export async function takeFileIn(db: Db): Promise<void> {
  const who = system('demo')
  const file = { fileName: arrivals.fileName, stream: Readable.from([`${arrivals.rows.join('\r\n')}\r\n`]) }
  const { id } = await uploadImport(db, { kind: 'products' }, file, who)
  await db.write((tx) => checkImport(tx, { id }, who))
  await untilState(db, id, 'ready')
  // The very file may be in already: a worker that died before it could say so did this.
  await db.write((tx) => startImport(tx, { id, again: true, accept: false }, who))
  await untilState(db, id, 'done')
}

/** Works on an import, or waits for whoever has it in hand. */
async function untilState(db: Db, id: string, wished: string): Promise<void> {
  for (;;) {
    await workOnce({ db, log: quiet }, id)
    const { state } = await db.read((read) => readImport(read, { id }, system('demo')))
    if (state === wished) return
    if (state !== 'waiting' && state !== 'running') throw new Error(`the demo's file is ${state}, not ${wished}`)
    await new Promise((later) => setTimeout(later, 200))
  }
}
