/** A moment as text, ISO 8601 in UTC: what the database reads and the wire carries. */
export type MomentText = string

/** The calendar day of a moment in a zone, ISO 8601. */
export function dayIn(zone: string, moment: MomentText): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString()
}

const quarters = new Map<string, string>()

/**
 * The business day of a store: a shop that closes at two in the night still books on the day that began before.
 * `dayStartsAt` is the hour (0–12) at which a new business day begins in the store's zone.
 */
export function businessDay(zone: string, dayStartsAt: number, moment: MomentText): string {
  // Offsets and the beginnings of days lie on whole quarters of an hour in every zone, so a quarter has one day.
  const quarter = `${zone} ${dayStartsAt} ${Math.floor(Date.parse(moment) / 900_000)}`
  let day = quarters.get(quarter)
  if (day === undefined) {
    day = Temporal.Instant.from(moment)
      .toZonedDateTimeISO(zone)
      .subtract({ hours: dayStartsAt })
      .toPlainDate()
      .toString()
    if (quarters.size > 10_000) quarters.clear()
    quarters.set(quarter, day)
  }
  return day
}

/** The first moment after a day has ended in a zone. */
export function endOfDay(zone: string, day: string): MomentText {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant().toString()
}

/** A month as a running number (year × 12 + month − 1), so that distances between months are subtractions. */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
