import { z } from 'zod'
import { Code, Currency, Id, Line, listOf, Moment, Zone } from '#kernel/fields.ts'

export const UnitKind = z.enum(['group', 'brand', 'region', 'store', 'department'])
export type UnitKind = z.infer<typeof UnitKind>

/** The hour of the store's day, 0–12, at which its business day begins: a shop open past midnight books on the day before. */
const DayStartsAt = z.int().min(0).max(12)

const UnitStatus = z.enum(['open', 'closed'])

export const Unit = z
  .object({
    id: Id,
    kind: UnitKind,
    code: z.string(),
    name: z.string(),
    parentId: Id.nullable(),
    path: z.array(Id).meta({ description: 'From the root of the organisation down to the unit itself.' }),
    status: UnitStatus,
    zone: z.string().nullable(),
    currency: z.string().nullable(),
    dayStartsAt: DayStartsAt.nullable(),
    legalEntity: z.string().nullable(),
    address: z.string().nullable(),
    madeAt: Moment,
  })
  .meta({ id: 'Unit' })
export type Unit = z.infer<typeof Unit>

export const Store = Unit.extend({
  kind: z.literal('store'),
  zone: z.string(),
  currency: z.string(),
  dayStartsAt: DayStartsAt,
})
  .omit({ parentId: true, madeAt: true })
  .meta({ id: 'Store' })
export type Store = z.infer<typeof Store>

export const Organisation = z
  .object({ name: z.string(), currency: Currency, zone: z.string(), language: z.enum(['zh', 'en']), setUpAt: Moment })
  .meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof Organisation>

const ofStores = {
  zone: Zone.optional().meta({ description: 'Stores only; the programme’s zone unless said.' }),
  currency: Currency.optional().meta({ description: 'Stores only; the programme’s currency unless said.' }),
  dayStartsAt: DayStartsAt.optional().meta({ description: 'Stores only; 0 unless said.' }),
  legalEntity: Line(200).nullable().optional(),
  address: Line(300).nullable().optional(),
}

export const NewUnit = z.object({
  kind: UnitKind.exclude(['group']),
  code: Code,
  name: Line(120).min(1),
  parentId: Id.optional().meta({ description: 'The root unless said.' }),
  ...ofStores,
})
export type NewUnit = z.infer<typeof NewUnit>

export const ChangedUnit = z.object({
  id: Id,
  code: Code.optional(),
  name: Line(120).min(1).optional(),
  zone: ofStores.zone,
  dayStartsAt: ofStores.dayStartsAt,
  legalEntity: ofStores.legalEntity,
  address: ofStores.address,
})
export type ChangedUnit = z.infer<typeof ChangedUnit>

export const ChangedOrganisation = z.object({
  name: Line(120).min(1).optional(),
  zone: Zone.optional(),
  language: z.enum(['zh', 'en']).optional(),
})
export type ChangedOrganisation = z.infer<typeof ChangedOrganisation>

export const UnitFilter = z.object({
  kind: UnitKind.optional(),
  below: Id.optional(),
  status: UnitStatus.optional(),
})
export type UnitFilter = z.infer<typeof UnitFilter>

export const UnitList = listOf(Unit)
export const StoreList = listOf(Store)
