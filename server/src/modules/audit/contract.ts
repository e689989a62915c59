import { z } from 'zod'
import { Day, Id, listOf, Moment, Page } from '#kernel/fields.ts'

export const AuditEntry = z
  .object({
    id: Id,
    kind: z.string().meta({ description: 'The operation, as in this reference, or what a worker did.' }),
    callerId: Id.nullable(),
    caller: z.string().meta({ description: 'person, key or system, with the name as it was then.' }),
    subjectId: Id.nullable().meta({ description: 'The member, person, store or thing that it was about.' }),
    storeId: Id.nullable(),
    outcome: z.string().meta({ description: '`done`, or the code of the refusal.' }),
    body: z.record(z.string(), z.unknown()),
    requestId: z.string().nullable(),
    actedAt: Moment,
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditList = listOf(AuditEntry)

export const AuditFilter = z.object({
  ...Page,
  kind: z.string().max(80).optional(),
  subjectId: Id.optional(),
  callerId: Id.optional(),
  storeId: Id.optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  fromOn: Day.optional().meta({ description: 'The first day, in the programme’s zone.' }),
  untilOn: Day.optional().meta({ description: 'The last day, in the programme’s zone.' }),
})
export type AuditFilter = z.infer<typeof AuditFilter>

export const Fault = z
  .object({
    fault: z.enum(['edited', 'deleted', 'inserted', 'seal_forged', 'seal_missing', 'unreadable', 'future']),
    id: z.string().nullable().meta({ description: 'The row, when it is one row that is wrong.' }),
    seal: z.int().nullable(),
    sealedAfter: Moment.nullable().meta({ description: 'The row was committed after this moment …' }),
    sealedAt: Moment.nullable().meta({ description: '… and sealed at this one; it was right then.' }),
  })
  .meta({ id: 'AuditFault' })
export type Fault = z.infer<typeof Fault>

export const Chain = z
  .object({
    chain: z.string().meta({ description: 'The table.' }),
    seals: z.int(),
    rows: z.int(),
    since: Moment.nullable(),
    through: Moment.nullable().meta({ description: 'The moment of the last seal.' }),
    unsealed: z.int().meta({ description: 'Rows not yet sealed; those of the last two seconds are always.' }),
    head: z
      .string()
      .nullable()
      .meta({ description: 'The last seal’s digest. Kept elsewhere, it proves that the end was not cut off.' }),
    faultCount: z.int(),
    faults: z.array(Fault).meta({ description: 'The first hundred.' }),
  })
  .meta({ id: 'AuditChain' })
export type Chain = z.infer<typeof Chain>

export const Verdict = z
  .object({ verifiedAt: Moment, tookMs: z.int(), faults: z.int(), chains: z.array(Chain) })
  .meta({ id: 'AuditVerdict' })
export type Verdict = z.infer<typeof Verdict>

export const VerifyRange = z.object({
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(36_500)
    .default(7)
    .meta({ description: 'How far back; nightly it is everything.' }),
})
