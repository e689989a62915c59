import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { openKeys } from '#kernel/crypto.ts'
import type { Db } from '#kernel/db.ts'
import { openDb } from '#kernel/db.ts'
import { verify } from '#modules/audit/index.ts'
import type { Finding } from '../verifying.ts'
import { findFaults } from '../verifying.ts'

const root = path.join(import.meta.dirname, '../../..')

/** Which release this is. */
export const changke = (): string =>
  (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version

/** Where and with what a restore was tried. */
export const here = () => ({ version: changke(), machine: hostname() })

/** Opens a house that came back, for the length of one look. */
export async function withReturned<T>(url: string, keyFile: string, use: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb({ url, keys: openKeys(keyFile), size: 2 })
  try {
    return await use(db)
  } finally {
    await db.close()
  }
}

const sentence = ({ room, fault, id }: Finding) => `${room}: ${fault} (${id})`

/** All that `changke verify` would say of a house: a sentence for each fault, and what stands in each chain of seals. */
export async function lookThrough(db: Db) {
  const found = await findFaults(db)
  const verdict = await verify(db, null)
  const broken = verdict.chains.flatMap(({ chain, faults }) =>
    faults.map(({ fault, id, seal }) => `${chain}: ${fault}${id ? ` ${id}` : ''}${seal ? `, seal ${seal}` : ''}`),
  )
  return {
    faults: [...found.map(sentence), ...broken],
    faultCount: found.length + verdict.faults,
    chains: verdict.chains,
  }
}
