import { join } from 'node:path'
import { system } from '#kernel/caller.ts'
import { openKeys } from '#kernel/crypto.ts'
import { openDb } from '#kernel/db.ts'
import { migrate } from '#kernel/migrate.ts'
import { startEmbedded } from '#kernel/postgres/index.ts'
import type { Charter } from '#modules/charter/index.ts'
import { publish, templates } from '#modules/charter/index.ts'
import { createKeyFor, setUpOrganisation } from '#modules/org/index.ts'

/** The pharmacy's charter with bonus money, so that top-ups move both lots. */
export function proofCharter(): Charter {
  const charter = structuredClone(templates['pharmacy']!)
  charter.wallets.bonuses = [{ from: 10_000, bonus: 777 }]
  charter.wallets.mostHeld = 1_000_000_000
  return charter
}

export type Founded = { storeId: string; key: string }

/** Sets a shop up in a fresh data folder, as the first visit does, and leaves nothing running. */
export async function found(folder: string): Promise<Founded> {
  const server = await startEmbedded({ dir: join(folder, 'postgres'), durable: true, command: 'proof' })
  try {
    await migrate(server.ownerUrl)
    const db = openDb({ url: server.url, keys: openKeys(join(folder, 'keys.json')), size: 2 })
    try {
      return await db.write(async (tx) => {
        const begun = await setUpOrganisation(tx, {
          organisation: { name: '康泰大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
          store: { code: 'A', name: '人民路店' },
          owner: { name: '店东', email: 'owner@example.com', password: 'correct horse battery' },
        })
        await publish(tx, { charter: proofCharter(), note: '' }, system('proof'))
        return { storeId: begun.storeId, key: (await createKeyFor(tx, { role: 'owner', name: 'proof' })).key }
      })
    } finally {
      await db.close()
    }
  } finally {
    await server.stop()
  }
}
