import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'
import type { Schedule } from './jobs.ts'

/** A column that holds sealed values. `context` is what they were sealed for, or the column whose value follows a fixed beginning. */
export type SealedColumn = {
  table: string
  /** The columns of its primary key. */
  key: readonly string[]
  column: string
  context: string | { beginning: string; column: string }
}

type Row = Record<string, unknown> & { sealed: Buffer; context: string; place: string }

const batch = 500

/**
 * Seals again, with the key that is current, what older keys sealed: batch by batch, each in a transaction of its own, while the shop goes on.
 * A value that changed meanwhile is left to its change; one whose key is lost stays as it is and is counted.
 */
export async function reseal(db: Db, columns: readonly SealedColumn[]): Promise<{ resealed: number; lost: number }> {
  const sum = { resealed: 0, lost: 0 }
  for (const column of columns) {
    for (let after: string | null = ''; after !== null; ) {
      const done: Step = await db.write((tx) => resealSome(tx, column, after!))
      sum.resealed += done.resealed
      sum.lost += done.lost
      after = done.next
    }
  }
  return sum
}

type Step = { resealed: number; lost: number; next: string | null }

async function resealSome(tx: Tx, { table, key, column, context }: SealedColumn, after: string): Promise<Step> {
  const place = sql.raw(`(${key.map((name) => `${name}::text`).join(` || ' ' || `)})`)
  const contextOf =
    typeof context === 'string' ? sql`${context}::text` : sql`${context.beginning}::text || ${sql.ref(context.column)}`
  const current = Buffer.from(tx.keys.keyId)
  const rows = await tx.rows<Row>(sql`
    select ${place} as place, ${sql.ref(column)} as sealed, ${contextOf} as context from ${sql.table(table)}
     where ${sql.ref(column)} is not null and substring(${sql.ref(column)} from 2 for get_byte(${sql.ref(column)}, 0)) <> ${current}
       and ${place} > ${after} order by ${place} limit ${batch}`)
  const step: Step = { resealed: 0, lost: 0, next: rows.length === batch ? rows.at(-1)!.place : null }
  for (const row of rows) {
    const text = tx.keys.open(row.sealed, row.context)
    if (text === undefined) {
      step.lost += 1
      continue
    }
    step.resealed += await tx.run(sql`
      update ${sql.table(table)} set ${sql.ref(column)} = ${tx.keys.seal(text, row.context)}
       where ${place} = ${row.place} and ${sql.ref(column)} = ${row.sealed}`)
  }
  return step
}

/** Every night, what another process sealed with an older key while a new one was being added. */
export const resealing = (columns: readonly SealedColumn[]): Schedule => ({
  name: 'kernel.reseal',
  cron: '41 19 * * *',
  async run(db, log) {
    const { resealed, lost } = await reseal(db, columns)
    if (resealed > 0) log.info({ resealed }, 'personal data was sealed again with the current key')
    if (lost > 0) log.warn({ lost }, 'personal data cannot be opened: its key is not in the key file')
  },
})
