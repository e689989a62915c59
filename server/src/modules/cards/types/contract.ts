import { z } from 'zod'
import { Code, Id, Line, Prose, Version } from '#kernel/fields.ts'
import { plainLetters } from '#modules/members/index.ts'

export const CardKind = z.enum(['points', 'stored_value', 'count', 'period', 'discount'])
export const Medium = z.enum(['virtual', 'physical'])
export type Medium = z.infer<typeof Medium>

const shape = {
  code: Code,
  name: Line(40).min(1),
  nameEn: Line(40).min(1),
  /** What the card is for: points, stored money, visits, a time, a discount. */
  kind: CardKind,
  /** A named card is issued to a member; an unnamed one to whoever bears it. */
  named: z.boolean(),
  media: z.array(Medium).min(1).max(2),
  /** The first characters of numbers that are made; of the alphabet without lookalikes. */
  prefix: z.string().regex(new RegExp(`^[${plainLetters}]{0,6}$`)),
  /** Counted from the day of issue; null never ends. */
  validityMonths: z.int().min(1).max(600).nullable(),
  remark: Prose(1000),
}

export const NewCardType = z
  .object({
    ...shape,
    named: shape.named.default(true),
    media: shape.media.default(['virtual', 'physical']),
    prefix: shape.prefix.default(''),
    validityMonths: shape.validityMonths.default(null),
    remark: shape.remark.default(''),
  })
  .refine(({ kind, validityMonths }) => kind !== 'period' || validityMonths !== null, {
    path: ['validityMonths'],
    message: 'a card for a time has one',
  })
export type NewCardType = z.infer<typeof NewCardType>

export const CardType = z
  .object({ typeId: Id, ...shape, status: z.enum(['open', 'retired']), version: z.int() })
  .meta({ id: 'CardType' })
export type CardType = z.infer<typeof CardType>

/** Kind and named stay: cards are out under them. */
export const EditCardType = z.object({
  id: Id,
  version: Version,
  ...z.object(shape).omit({ code: true, kind: true, named: true }).partial().shape,
  status: z.enum(['open', 'retired']).optional(),
})
export type EditCardType = z.infer<typeof EditCardType>

export const CardTypeList = z.object({ items: z.array(CardType) })
