import { Solar } from 'lunar-javascript'
import { z } from 'zod'

/** A birthday as it is kept: month and day in its own calendar, the year when it is known. A lunar day keeps its lunar month and day. */
export const Birthday = z
  .object({
    calendar: z.enum(['solar', 'lunar']),
    year: z.int().min(1850).max(2150).nullable().default(null),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    /** Born in a leap month of the lunar calendar. */
    leap: z.boolean().default(false),
  })
  .refine(({ calendar, year, month, day }) => {
    if (calendar === 'lunar') return day <= 30
    // Without a year 29 February is a day: 2000 had one.
    return day <= Temporal.PlainYearMonth.from({ year: year ?? 2000, month }).daysInMonth
  }, 'no such day in the calendar')
  .meta({ id: 'Birthday' })
export type Birthday = z.infer<typeof Birthday>

/** The birthday by the lunar calendar of who was born on a solar day. */
export function lunarBirthday(solarDay: string): Birthday {
  const { year, month, day } = Temporal.PlainDate.from(solarDay)
  const lunar = Solar.fromYmd(year, month, day).getLunar()
  const lunarMonth = lunar.getMonth() // negative in a leap month
  return {
    calendar: 'lunar',
    year: lunar.getYear(),
    month: Math.abs(lunarMonth),
    day: lunar.getDay(),
    leap: lunarMonth < 0,
  }
}
