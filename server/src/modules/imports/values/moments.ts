import type { Said } from './numbers.ts'

/** A day as a file says it, with its time and offset where it says those. */
export type When = { day: string; time: string | null; offset: string | null }

const forms = {
  ymd: /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/,
  packed: /^(\d{4})(\d{2})(\d{2})$/,
  other: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/,
  short: /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/,
}
const time =
  /^(上午|下午|中午|晚上|凌晨)?(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:[.,]\d+)?秒?)?分?(am|pm)?(z|[+-]\d{2}:?\d{2})?$/i
const plainest = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?$/
const pad = (value: number | string) => String(value).padStart(2, '0')

/**
 * Reads a day, with a time if there is one: 2026-03-05, 2026/3/5, 20260305, 2026年3月5日, with the day or the month first as `order` says, and
 * seconds since 1970. Two-digit years are refused: nobody knows the century.
 */
export function readWhen(text: string, order: 'dmy' | 'mdy'): Said<When> {
  const plainly = plainest.exec(text)
  if (plainly && isDay(Number(plainly[1]), Number(plainly[2]), Number(plainly[3]))) {
    const [, , , , hour, minute, second = '00'] = plainly
    const day = text.slice(0, 10)
    if (hour === undefined) return { ok: { day, time: null, offset: null } }
    if (hour < '24' && minute! < '60' && second < '60')
      return { ok: { day, time: `${hour}:${minute}:${second}`, offset: null } }
  }
  const plain = text.normalize('NFKC').trim()
  if (/^1\d{9}(\d{3})?$/.test(plain)) {
    const at = new Date(Number(plain) * (plain.length === 10 ? 1000 : 1)).toISOString()
    return { ok: { day: at.slice(0, 10), time: at.slice(11, 19), offset: 'Z' } }
  }
  const packedTime = /^(\d{8})(\d{2})(\d{2})(\d{2})$/.exec(plain)
  const [dayPart, timePart] = packedTime
    ? [packedTime[1]!, `${packedTime[2]}:${packedTime[3]}:${packedTime[4]}`]
    : partsOf(plain)
  const day = dayOf(dayPart, order)
  if ('wrong' in day) return day
  if (timePart === '') return { ok: { day: day.ok, time: null, offset: null } }
  const clock = timeOf(timePart)
  return clock ? { ok: { day: day.ok, ...clock } } : { wrong: 'not_a_time' }
}

/** The part before and the part behind the first blank or T that follows a digit or 日. */
function partsOf(plain: string): [string, string] {
  const at = /[\d日](?:\s*T\s*|\s+)(?=\S)/i.exec(plain)
  return at ? [plain.slice(0, at.index + 1), plain.slice(at.index + at[0].length).replace(/\s/g, '')] : [plain, '']
}

function dayOf(plain: string, order: 'dmy' | 'mdy'): Said<string> {
  if (forms.short.test(plain)) return { wrong: 'short_year' }
  let match = forms.ymd.exec(plain) ?? forms.packed.exec(plain)
  if (!match) {
    const other = forms.other.exec(plain)
    if (!other) return { wrong: 'not_a_day' }
    const [, first, second, year] = other
    match = ['', year, ...(order === 'dmy' ? [second, first] : [first, second])] as unknown as RegExpExecArray
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDay(year, month, day) ? { ok: `${match[1]}-${pad(month)}-${pad(day)}` } : { wrong: 'no_such_day' }
}

/** Whether the calendar has such a day, between 1850 and 2150. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1850 || year > 2150 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** A time of day alone: 14:30, 2:30 pm, 下午2:30. */
export function readTime(text: string): Said<string> {
  const clock = timeOf(text.normalize('NFKC').replace(/\s/g, ''))
  return clock ? { ok: clock.time } : { wrong: 'not_a_time' }
}

function timeOf(plain: string): { time: string; offset: string | null } | undefined {
  const match = time.exec(plain)
  if (!match) return undefined
  const [, word = '', hours = '', minutes = '', seconds = '0', half = '', offset] = match
  const late = /下午|晚上|pm/i.test(word + half)
  const early = /上午|凌晨|am/i.test(word + half)
  let hour = Number(hours)
  if (late && hour < 12) hour += 12
  if (early && hour === 12) hour = 0
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return { time: `${pad(hour)}:${pad(minutes)}:${pad(seconds)}`, offset: offset ?? null }
}

/** A moment on the UTC line, ISO 8601; a time that a zone skips (the clock goes forward) is moved as clocks are. Noon when no time was said. */
export function momentIn(zone: string, { day, time: clock, offset }: When): string {
  const local = `${day}T${clock ?? '12:00:00'}`
  if (offset) return new Date(`${local}${offset.toUpperCase()}`).toISOString()
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString()
}
