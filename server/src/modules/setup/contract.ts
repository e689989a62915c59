import { z } from 'zod'
import { Code, Line } from '#kernel/fields.ts'
import { refusals } from '#kernel/refusal.ts'
import { Beginning } from '#modules/org/index.ts'

export const SetupInput = z
  .object({
    organisation: Beginning.shape.organisation,
    store: Beginning.shape.store,
    till: z.object({ code: Code, name: Line(80).default('') }).default({ code: '1', name: '' }),
    owner: z.object({ name: Line(80).min(1), login: Line(200).min(3), password: z.string().max(1000) }),
    /** A charter template by name, or the demo shop with a year of sales. */
    start: z.union([z.object({ template: z.string().max(40) }), z.object({ demo: z.literal(true) })]),
  })
  .meta({ id: 'SetupInput' })
export type SetupInput = z.infer<typeof SetupInput>

export const SetupState = z
  .object({
    needed: z.boolean(),
    /** How far the demo shop's year has been told; null without one. */
    demo: z.object({ done: z.int(), of: z.int(), ready: z.boolean() }).nullable(),
    templates: z.array(z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })),
  })
  .meta({ id: 'SetupState' })
export type SetupState = z.infer<typeof SetupState>

export const refuse = refusals({
  'setup.template_unknown': 404,
})
