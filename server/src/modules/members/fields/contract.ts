import { z } from 'zod'
import { Line } from '#kernel/fields.ts'
import { refusals } from '#kernel/refusal.ts'

export const FieldType = z.enum(['text', 'number', 'day', 'choice', 'yesno'])

/** A field that the house adds to its archives. */
export const Field = z
  .object({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
    labelZh: Line(40).min(1),
    labelEn: Line(40).min(1),
    type: FieldType,
    choices: z.array(Line(80).min(1)).max(100).default([]),
    /** Wanted of every new member. */
    required: z.boolean().default(false),
    position: z.int().min(0).max(10_000).default(0),
    /** Asked no more; what is kept stays. */
    retired: z.boolean().default(false),
  })
  .refine(({ type, choices }) => type !== 'choice' || choices.length > 0, 'a choice offers some')
  .meta({ id: 'MemberField' })
export type Field = z.infer<typeof Field>

export const FieldList = z.object({ items: z.array(Field) })

export const refuse = refusals({
  /** A field keeps its type: what is kept under its key was checked against it. */
  'members.field_has_type': 409,
})
