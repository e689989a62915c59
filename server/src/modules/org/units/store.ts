import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'
import type { Organisation, Store, Unit, UnitFilter } from './contract.ts'

const unitColumns = sql`unit.id, unit.kind, unit.code, unit.name, unit.parent_id as "parentId", unit.path, unit.status, unit.zone,
  unit.currency, unit.day_starts_hour as "dayStartsAt", unit.legal_entity as "legalEntity", unit.address, unit.made_at as "madeAt"`

export const selectOrganisation = (read: Read): Promise<Organisation | undefined> =>
  read.maybe(sql`select name, currency, zone, language, set_up_at as "setUpAt" from org.organisation`)

export async function insertOrganisation(tx: Tx, it: Omit<Organisation, 'setUpAt'>): Promise<boolean> {
  const written = await tx.run(sql`
    insert into org.organisation (name, currency, zone, language, set_up_at)
    values (${it.name}, ${it.currency}, ${it.zone}, ${it.language}, ${tx.now}) on conflict do nothing`)
  return written === 1
}

export async function updateOrganisation(tx: Tx, it: Organisation): Promise<void> {
  await tx.run(sql`update org.organisation set name = ${it.name}, zone = ${it.zone}, language = ${it.language}`)
}

/** Changes of the tree and of who owns it wait for each other here: two moves at once could make a ring, two removals leave no owner. */
export async function lockOrganisation(tx: Tx): Promise<void> {
  await tx.rows(sql`select 1 from org.organisation for update`)
}

export const selectUnit = (read: Read, id: string): Promise<Unit | undefined> =>
  read.maybe(sql`select ${unitColumns} from org.unit where id = ${id}`)

export const selectRoot = (read: Read): Promise<Unit | undefined> =>
  read.maybe(sql`select ${unitColumns} from org.unit where parent_id is null`)

/** Units by filter and scope (null: everywhere), the tree's order being left to who draws it; a house has hundreds, so one page. */
export const selectUnits = (read: Read, filter: UnitFilter, scope: string[] | null): Promise<Unit[]> =>
  read.rows(sql`
    select ${unitColumns} from org.unit
     where (${filter.kind ?? null}::text is null or kind = ${filter.kind ?? null})
       and (${filter.status ?? null}::text is null or status = ${filter.status ?? null})
       and (${filter.below ?? null}::uuid is null or path @> array[${filter.below ?? null}::uuid])
       and (${scope ? plainArray(scope) : null}::uuid[] is null or id = any (${scope ? plainArray(scope) : null}::uuid[]))
     order by cardinality(path), lower(code)`)

const storeColumns = `id, kind, code, name, path, status, zone, currency, day_starts_hour as "dayStartsAt",
  legal_entity as "legalEntity", address`

export const selectStores = (read: Read, ids: readonly string[]): Promise<Store[]> =>
  read.rows({
    name: 'org.stores',
    text: `select ${storeColumns} from org.unit where kind = 'store' and id = any ($1::uuid[])`,
    values: [plainArray(ids)],
  })

export const selectStoreByCode = (read: Read, code: string): Promise<Store | undefined> =>
  read.maybe({
    name: 'org.store_by_code',
    text: `select ${storeColumns} from org.unit where kind = 'store' and lower(code) = lower($1)`,
    values: [code],
  })

export async function selectIdsBelow(read: Read, id: string): Promise<string[]> {
  const rows = await read.rows<{ id: string }>(sql`select id from org.unit where path @> array[${id}::uuid]`)
  return rows.map((row) => row.id)
}

export async function insertUnit(tx: Tx, unit: Unit): Promise<void> {
  await tx.run(sql`
    insert into org.unit (id, kind, code, name, parent_id, path, status, zone, currency, day_starts_hour, legal_entity, address, made_at)
    values (${unit.id}, ${unit.kind}, ${unit.code}, ${unit.name}, ${unit.parentId}, ${plainArray(unit.path)}::uuid[], ${unit.status},
            ${unit.zone}, ${unit.currency}, ${unit.dayStartsAt}, ${unit.legalEntity}, ${unit.address}, ${unit.madeAt})`)
}

export async function updateUnit(tx: Tx, unit: Unit): Promise<void> {
  await tx.run(sql`
    update org.unit set code = ${unit.code}, name = ${unit.name}, status = ${unit.status}, zone = ${unit.zone},
           day_starts_hour = ${unit.dayStartsAt}, legal_entity = ${unit.legalEntity}, address = ${unit.address}
     where id = ${unit.id}`)
}

/** Hangs a unit and everything below it under another parent. */
export async function updateParent(tx: Tx, unit: Unit, parent: Unit): Promise<void> {
  await tx.run(sql`
    update org.unit
       set path = ${plainArray(parent.path)}::uuid[] || path[${unit.path.length}::int:],
           parent_id = case when id = ${unit.id} then ${parent.id}::uuid else parent_id end
     where path @> array[${unit.id}::uuid]`)
}

export async function countOpenBelow(read: Read, id: string): Promise<number> {
  const row = await read.one<{ count: number }>(
    sql`select count(*) as count from org.unit where parent_id = ${id} and status = 'open'`,
  )
  return row.count
}
