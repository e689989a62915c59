import type { FastifyReply } from 'fastify'
import { TooLate } from '../db.ts'
import type { Row } from './rows.ts'

/**
 * How long a request may take, in milliseconds, from its arrival to the beginning of its answer. A till waits for it; what takes longer has gone
 * wrong somewhere behind us, and is refused as busy: its reference, asked again, tells what became of it. Files come and go at their own pace.
 */
const usual: Record<Row['kind'], number | undefined> = {
  query: 15_000,
  command: 15_000,
  gathered: 15_000,
  many: 15_000,
  download: 60_000,
  upload: undefined,
}

/** The deadline of a row in milliseconds; undefined when it has none. */
export const deadlineOf = (row: Row): number | undefined => row.lastsMs ?? usual[row.kind]

/** Whether somebody still waits for the answer. */
export type Course = { over: boolean }

/** Does something until the row's deadline; then it is answered with `TooLate`, and what it was doing is told that its course is over. */
export function inTime<T>(row: Row, reply: FastifyReply, act: (course: Course) => Promise<T>): Promise<T> {
  const course: Course = { over: false }
  const lastsMs = deadlineOf(row)
  if (lastsMs === undefined) return act(course)
  return new Promise((done, failed) => {
    // What the body took on its way counts, but something must remain for the deed itself.
    const timer = setTimeout(
      () => {
        course.over = true
        failed(new TooLate(lastsMs))
      },
      Math.max(2_000, lastsMs - reply.elapsedTime),
    )
    act(course).then(
      (answer) => {
        clearTimeout(timer)
        done(answer)
      },
      (fault) => {
        clearTimeout(timer)
        failed(fault)
      },
    )
  })
}
