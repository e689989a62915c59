import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { newId } from '#kernel/ids.ts'
import { basket, memberOf } from './basket.ts'
import type { Timing } from './timing.ts'
import { within } from './timing.ts'

/** Calls the reference purchase from so many connections for some seconds: one prepared call, one durable transaction each. */
export async function runReference(
  url: string,
  storeId: string,
  members: number,
  clients: number,
  seconds: number,
): Promise<Timing> {
  const pool = new pg.Pool({ connectionString: url, max: clients })
  const connections = await Promise.all(Array.from({ length: clients }, () => pool.connect()))
  const timing = await within(clients, seconds, async (lane) => {
    const lines = basket()
    const amounts = lines.map((line) => line.unitPrice * line.quantity)
    await connections[lane]!.query({
      name: 'reference',
      text: 'select reference.record($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
      values: [
        newId(),
        memberOf(Math.floor(Math.random() * members)),
        storeId,
        randomUUID(),
        newId(),
        newId(),
        newId(),
        lines.map((line) => line.sku),
        lines.map(() => 7),
        lines.map((line) => line.quantity),
        lines.map((line) => line.unitPrice),
        amounts,
        amounts.map((amount) => Math.floor(amount / 100)),
      ],
    })
  })
  for (const connection of connections) connection.release()
  await pool.end()
  return timing
}
