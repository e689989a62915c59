import type { Job } from './contract.ts'

/** When something is due: hour and minute in the programme's zone, and on which day of the week (1 Monday … 7 Sunday) unless daily. */
export type Turn = { hour: number; minute: number; dayOfWeek?: number }

export const backupTurn: Turn = { hour: 2, minute: 30 }
export const drillTurn: Turn = { hour: 3, minute: 10, dayOfWeek: 7 }

// A time that a summer-time change skips or doubles is taken as the calendar takes it ("compatible"): once.
function turnOn(day: Temporal.PlainDate, zone: string, turn: Turn): Temporal.Instant {
  return day
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: turn.hour, minute: turn.minute }) })
    .toInstant()
}

const fits = (day: Temporal.PlainDate, turn: Turn) => turn.dayOfWeek === undefined || day.dayOfWeek === turn.dayOfWeek

/** The last time that something was due, at or before a moment (ISO 8601, UTC). */
export function lastTurn(zone: string, now: string, turn: Turn): string {
  const moment = Temporal.Instant.from(now)
  for (let day = moment.toZonedDateTimeISO(zone).toPlainDate(); ; day = day.subtract({ days: 1 })) {
    const due = turnOn(day, zone, turn)
    if (fits(day, turn) && Temporal.Instant.compare(due, moment) <= 0) return due.toString()
  }
}

/** The next time after a moment (ISO 8601, UTC). */
export function nextTurn(zone: string, now: string, turn: Turn): string {
  const moment = Temporal.Instant.from(now)
  for (let day = moment.toZonedDateTimeISO(zone).toPlainDate(); ; day = day.add({ days: 1 })) {
    const due = turnOn(day, zone, turn)
    if (fits(day, turn) && Temporal.Instant.compare(due, moment) > 0) return due.toString()
  }
}

const againAfterMs = 3_600_000
const ms = (moment: string) => Date.parse(moment)

export type Before = {
  zone: string
  now: string
  /** When backups that are there began, the newest first. */
  bases: readonly string[]
  lastBackup: Pick<Job, 'askedAt' | 'endedAt' | 'step'> | undefined
  lastDrill: Pick<Job, 'askedAt' | 'endedAt' | 'step'> | undefined
  drillPossible: boolean
  /** The engine makes the first backup by itself. */
  makesFirst: boolean
}

/**
 * What is to be done by itself now: a backup at once when there is none (unless the engine does that), else after each night's turn; a drill after each Sunday's turn that came
 * after the first backup. What was missed is caught up once; what failed is tried again an hour after it ended.
 */
export function whatIsDue(before: Before): Job['kind'] | undefined {
  const { zone, now, bases, lastBackup, lastDrill } = before
  const [newest] = bases
  const rested = (job: Before['lastBackup']) =>
    job?.step !== 'failed' || ms(now) - ms(job.endedAt ?? job.askedAt) >= againAfterMs
  const backupDue = newest === undefined ? !before.makesFirst : ms(newest) < ms(lastTurn(zone, now, backupTurn))
  const doneSince = lastBackup?.step === 'done' && ms(lastBackup.askedAt) >= ms(lastTurn(zone, now, backupTurn))
  if (backupDue && !(doneSince && newest !== undefined) && rested(lastBackup)) return 'backup'
  const drillTime = lastTurn(zone, now, drillTurn)
  const first = bases.at(-1)
  if (!before.drillPossible || first === undefined || ms(first) > ms(drillTime)) return undefined
  // A drill that found faults was made: it shouts, and its certificate stands. Made again each hour it would only bury the first.
  return !lastDrill || ms(lastDrill.askedAt) < ms(drillTime) ? 'drill' : undefined
}
