import { createHash } from 'node:crypto'
import type { Read } from '#kernel/db.ts'
import { takingsOf } from '#modules/purchases/index.ts'
import type { Counts, Report } from '../contract.ts'
import type { RunRow } from '../store.ts'

/** What a check was made of; when this is another now, the check is stale. */
export const checkedAsOf = ({ mapping, options, shape }: Pick<RunRow, 'mapping' | 'options' | 'shape'>): string =>
  createHash('sha256')
    .update(JSON.stringify([mapping, options, shape]))
    .digest('hex')
    .slice(0, 32)

/** The end of a check or a run over a whole file: its counts, and where the control sums are not what they should be. */
export async function reportOf(read: Read, run: RunRow, counts: Counts, beganAt: string): Promise<Report> {
  const shared = { counts, beganAt, endedAt: read.now, kept: [], keptCount: 0 }
  if (run.kind === 'openings') return { ...shared, differences: controlOf(run, counts) }
  if (run.kind !== 'purchases' || run.task !== 'run') return { ...shared, differences: [] }
  const takings = await takingsOf(read, run.id)
  const stores: Counts['stores'] = {}
  const house: Record<string, number> = {}
  for (const { storeId, currency, sales, returns, count } of takings) {
    stores[storeId] = { ...stores[storeId], [`${currency}.sales`]: sales, [`${currency}.returns`]: returns, count }
    for (const [key, value] of [
      [`${currency}.sales`, sales],
      [`${currency}.returns`, returns],
    ] as const)
      house[key] = (house[key] ?? 0) + value
  }
  const keys = new Set([
    ...Object.keys(house),
    ...Object.keys(counts.sums).filter((key) => /\.(sales|returns)$/.test(key)),
  ])
  const differences = [...keys]
    .map((what) => ({ what, file: counts.sums[what] ?? 0, house: house[what] ?? 0 }))
    .filter(({ file, house: told }) => file !== told)
  return { ...shared, counts: { ...counts, stores }, differences }
}

/** Control totals that somebody gave against what the rows come to, by store and by what they are of. */
function controlOf({ options }: RunRow, counts: Counts): Report['differences'] {
  return Object.entries(options.control).flatMap(([store, totals]) =>
    Object.entries(totals).flatMap(([unit, file]) => {
      const house = (store === 'all' ? counts.sums : (counts.stores[store] ?? {}))[unit] ?? 0
      return file === undefined || file === house ? [] : [{ what: `${store}.${unit}`, file, house }]
    }),
  )
}
