import { z } from 'zod'

/** An identifier minted by the house: a UUID, version 7, so that it sorts by the moment of its making. Capitals are read as small letters. */
export const Id = z.uuid().toLowerCase().meta({ description: 'UUID version 7' })

/** A moment on the UTC line, ISO 8601 with an offset. */
export const Moment = z.iso
  .datetime({ offset: true })
  .refine((text) => inOurEra(text) && !/[+-](1[6-9]|2\d):\d\d$/.test(text), 'a moment that no calendar keeps')
  .meta({ description: 'ISO 8601 moment with offset' })

/** A calendar day without a zone, ISO 8601. Whose day it is, the field's name says (programme or store). */
export const Day = z.iso.date().refine((text) => inOurEra(text), 'a day that no calendar keeps')

// Databases know no year 0, and an offset may carry the last day of the year 9999 out of it.
const inOurEra = (text: string): boolean => text >= '0001-01-02' && text < '9999-12-31'

/** The version of something that changes, as it was read. */
export const Version = z.int().min(1).max(2_147_483_647)

/** A number of units in a rule: large enough for every programme, small enough to be added up. */
export const RuleUnits = z.int().positive().max(1_000_000_000_000)

/** A whole number of units; may be negative. Points, growth, or minor units of a currency. */
export const Units = z.int()

/** A whole number of units above zero. */
export const PositiveUnits = z.int().positive().max(1_000_000_000_000)

/** Money in minor units (fen, cents) of the store's currency; never negative. */
export const Money = z.int().min(0).max(1_000_000_000_000)

/** A currency, ISO 4217. */
export const Currency = z.string().regex(/^[A-Z]{3}$/)

/** An IANA time zone that this machine knows. */
export const Zone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      Temporal.Now.zonedDateTimeISO(zone)
      return true
    } catch {
      return false
    }
  }, 'not a time zone')

/** A short code made of letters, digits, dot, dash and underscore, as it stands on a till or shelf. */
export const Code = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}._/-]+$/u)

/** One line of text without control characters, trimmed. */
export const Line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'control characters are not text')

/** Longer text; line breaks and tabs are kept, other control characters are refused. */
export const Prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/[\p{Cs}]|(?![\n\r\t])\p{Cc}/u.test(text), 'control characters are not text')

/**
 * Paging by key: hand `next` of one page back as `cursor` of the following one. `keys` says what a cursor of this list holds; anything else,
 * also a cursor of another list, is refused as malformed.
 */
export const pageBy = (...keys: z.ZodType[]) => {
  const held = z.tuple(keys as [z.ZodType, ...z.ZodType[]])
  return {
    cursor: z
      .string()
      .max(400)
      .refine((text) => text === '' || held.safeParse(fromCursor(text)).success, 'no cursor of this list')
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }
}

/** Paging by the id of the last row. */
export const Page = pageBy(Id)

/** A text in both languages of the house. */
export const Words = z.object({ zh: z.string().min(1).max(80), en: z.string().min(1).max(120) }).meta({ id: 'Words' })

const Total = z.object({ count: z.int(), exact: z.boolean() }).meta({ id: 'Total' })

/** The shape of every list: items, the cursor of the next page, and a total that says whether it is exact. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable(),
    total: Total.optional(),
  })

/** Puts the key values of a page's last row into an opaque cursor. */
export const toCursor = (...keys: (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url')

/** Reads a cursor back; undefined when it is not one of ours. */
export function fromCursor(cursor: string | undefined): (string | number | null)[] | undefined {
  if (!cursor) return undefined
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(keys) ? keys : undefined
  } catch {
    return undefined
  }
}
