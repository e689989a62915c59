import { readSettings, type Settings } from '#kernel/settings.ts'
import { verify } from '#modules/audit/index.ts'
import { findFaults } from '../verifying.ts'
import type { Command } from './command.ts'
import { withApp } from './database.ts'

export const command: Command = {
  summary: 'look whether the books are in order and every seal holds',
  help: `
changke verify

Asks every room for what is broken in its books (always nothing), recomputes each balance transfer by transfer and each roll-up, follows every reference
to what it led to, and verifies the seals over the ledger and the trail from the first one on. Changes nothing; works beside a running
server. Ends with 1 if anything is found, and says what, where and since when.`,
  run: async () => ((await verifyHouse(readSettings(process.env))) === 0 ? 0 : 1),
}

/** Looks through the house of these settings, says what is found, and answers how many faults. */
export async function verifyHouse(settings: Settings): Promise<number> {
  const { found, verdict } = await withApp(settings, 'verify', async ({ db }) => ({
    found: await findFaults(db),
    verdict: await verify(db, null),
  }))
  for (const { room, fault, id, since } of found)
    console.log(`${room}: ${fault} (${id})${since ? `, since ${since}` : ''}`)
  for (const { chain, seals, rows, faults, faultCount } of verdict.chains) {
    console.log(
      `${chain}: ${seals} seals over ${rows} rows, ${faultCount === 0 ? 'every one holds' : `${faultCount} faults`}`,
    )
    for (const { fault, id, sealedAfter, sealedAt } of faults) {
      const when = `sealed ${sealedAfter ? `between ${sealedAfter} and ` : 'until '}${sealedAt ?? 'now'}`
      console.log(`  ${fault}${id ? ` ${id}` : ''}, ${when}`)
    }
  }
  const count = found.length + verdict.faults
  console.log(count === 0 ? 'The books are in order.' : `${count} faults were found.`)
  return count
}
