import { type Read, sql } from '#kernel/db.ts'
import { readSettings } from '#kernel/settings.ts'
import { verify } from '#modules/audit/index.ts'
import type { Command } from './command.ts'
import { withApp } from './database.ts'

export const command: Command = {
  summary: 'look whether the books are in order and every seal holds',
  help: `
changke verify

Asks every room for what is broken in its books (always nothing), and verifies the seals over the ledger and the trail from the first
one on. Changes nothing; works beside a running server. Ends with 1 if anything is found, and names it.`,
  async run() {
    const { broken, verdict } = await withApp(readSettings(process.env), 'verify', async ({ db }) => ({
      broken: await db.read(readBroken),
      verdict: await verify(db, null),
    }))
    for (const { room, fault, id } of broken) console.log(`${room}: ${fault} (${id})`)
    for (const { chain, seals, rows, faults, faultCount } of verdict.chains) {
      console.log(
        `${chain}: ${seals} seals over ${rows} rows, ${faultCount === 0 ? 'every one holds' : `${faultCount} faults`}`,
      )
      for (const fault of faults) console.log(`  ${JSON.stringify(fault)}`)
    }
    const found = broken.length + verdict.faults
    console.log(found === 0 ? 'The books are in order.' : `${found} faults were found.`)
    return found === 0 ? 0 : 1
  },
}

type Broken = { room: string; fault: string; id: string }

async function readBroken(read: Read): Promise<Broken[]> {
  const rooms = await read.rows<{ room: string }>(
    sql`select schemaname as room from pg_views where viewname = 'v_broken' order by 1`,
  )
  const found: Broken[] = []
  for (const { room } of rooms) {
    found.push(
      ...(await read.rows<Broken>(
        sql`select ${room}::text as room, fault, id from ${sql.table(`${room}.v_broken`)} limit 1000`,
      )),
    )
  }
  return found
}
