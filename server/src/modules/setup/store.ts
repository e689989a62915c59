import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'

export type Demo = {
  today: string
  stores: string[]
  tills: string[][]
  staff: { id: string; name: string }[][]
  weeksDone: number
  weeks: number
  doneAt: string | null
}

const columns = sql`today, stores, tills, staff, weeks_done as "weeksDone", weeks, done_at as "doneAt"`

export const findDemo = (read: Read): Promise<Demo | undefined> => read.maybe(sql`select ${columns} from setup.demo`)

/** The demo, if it is not told to its end, for the one worker that goes on with it. */
export const lockDemo = (tx: Tx): Promise<Demo | undefined> =>
  tx.maybe(sql`select ${columns} from setup.demo where done_at is null for update skip locked`)

export const insertDemo = (tx: Tx, demo: Omit<Demo, 'weeksDone' | 'doneAt'>): Promise<number> =>
  tx.run(sql`insert into setup.demo (today, stores, tills, staff, weeks, asked_at)
    values (${demo.today}, ${plainArray(demo.stores)}::uuid[], ${JSON.stringify(demo.tills)}, ${JSON.stringify(demo.staff)}, ${demo.weeks}, ${tx.now})`)

export const advance = (tx: Tx, weeksDone: number, isDone: boolean): Promise<number> =>
  tx.run(sql`update setup.demo set weeks_done = ${weeksDone}, done_at = ${isDone ? tx.now : null}`)
