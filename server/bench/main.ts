// `npm run bench`: the speed figures as ratios inside one run. Rounds in which the host stole more than 10 % of the CPU are dropped.
import { parseArgs } from 'node:util'
import type { House } from './house.ts'
import { openHouse } from './house.ts'
import { runImported } from './imported.ts'
import { cpuTime, provenance, stealBetween } from './machine.ts'
import { runReference } from './reference.ts'
import type { Timing } from './timing.ts'
import { median } from './timing.ts'

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
})
const members = Number(values.members)
const seconds = Number(values.seconds)
const say = (text: string) => (values.json ? console.error(text) : console.log(text))

type Round = {
  reference: Timing
  at32: Timing
  at128: Timing
  half: Timing
  imported: number
  steal: number
  wal: Record<string, { bytes: number; images: number }>
}

/** Write-ahead log per purchase while a load runs: bytes and full-page images, of the whole server. */
async function withWal(
  house: House,
  act: () => Promise<Timing>,
): Promise<{ timing: Timing; bytes: number; images: number }> {
  const read = async () =>
    (
      await house.owner.query<{ bytes: string; images: string }>(
        'select wal_bytes::text as bytes, wal_fpi::text as images from pg_stat_wal',
      )
    ).rows[0]!
  const before = await read()
  const timing = await act()
  await new Promise((later) => setTimeout(later, 300))
  const after = await read()
  const per = (name: 'bytes' | 'images') => (Number(after[name]) - Number(before[name])) / Math.max(1, timing.count)
  return { timing, bytes: per('bytes'), images: per('images') }
}

async function round(house: House): Promise<Round> {
  const before = cpuTime()
  await house.owner.query('checkpoint')
  await runReference(house.url, house.storeId, members, 16, 3)
  await house.load({ connections: 32, seconds: 3 })
  const reference = await withWal(house, () => runReference(house.ownerUrl, house.storeId, members, 16, seconds))
  const at32 = await withWal(house, () => house.load({ connections: 32, seconds }))
  const at128 = await withWal(house, () => house.load({ connections: 128, seconds }))
  const half = await house.load({ connections: 64, seconds, perSecond: at32.timing.perSecond / 2 })
  const imported = await runImported(house, members, seconds)
  const wal = (one: typeof at32) => ({ bytes: one.bytes, images: one.images })
  return {
    reference: reference.timing,
    at32: at32.timing,
    at128: at128.timing,
    half,
    imported,
    steal: stealBetween(before, cpuTime()),
    wal: { reference: wal(reference), at32: wal(at32), at128: wal(at128) },
  }
}

const figures = (name: string, values: number[], digits = 2) =>
  `${name.padEnd(46)} ${median(values).toFixed(digits)}  (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`

const house = await openHouse(members)
try {
  await house.owner.query(
    'grant usage on schema reference to changke_app; grant all on all tables in schema reference to changke_app',
  )
  const all: Round[] = []
  for (let n = 1; n <= Number(values.rounds); n++) {
    const one = await round(house)
    all.push(one)
    say(
      `round ${n}: reference ${one.reference.perSecond.toFixed(0)}/s, 32 connections ${one.at32.perSecond.toFixed(0)}/s, 128 connections ${one.at128.perSecond.toFixed(0)}/s, steal ${(one.steal * 100).toFixed(1)} %, failed ${one.at32.failed + one.at128.failed}`,
    )
  }
  const kept = all.filter((one) => one.steal <= 0.1)
  const of = (pick: (one: Round) => number) => (kept.length > 0 ? kept : all).map(pick)
  const result = {
    ...provenance(),
    members,
    seconds,
    rounds: all.length,
    kept: kept.length,
    'S1 at 32': of((one) => one.at32.perSecond / one.reference.perSecond),
    'S1 at 128': of((one) => one.at128.perSecond / one.reference.perSecond),
    'S3 imported': of((one) => one.imported / one.reference.perSecond),
    'S2 p99 at half load': of((one) => one.half.p99 / one.reference.p99),
  }
  say(`\n${result.machine}, commit ${result.commit}, ${members} members; ${kept.length} of ${all.length} rounds kept`)
  say(
    figures(
      'reference purchases/s at 16 clients',
      of((one) => one.reference.perSecond),
      0,
    ),
  )
  say(
    figures(
      'reference p99, ms',
      of((one) => one.reference.p99),
    ),
  )
  say(
    figures(
      'purchases/s over HTTP, 32 connections',
      of((one) => one.at32.perSecond),
      0,
    ),
  )
  say(
    figures(
      'purchases/s over HTTP, 128 connections',
      of((one) => one.at128.perSecond),
      0,
    ),
  )
  say(
    figures(
      'p99 at half of that load, ms',
      of((one) => one.half.p99),
    ),
  )
  for (const name of ['reference', 'at32', 'at128'] as const) {
    say(
      figures(
        `WAL bytes per purchase, ${name}`,
        of((one) => one.wal[name]!.bytes),
        0,
      ),
    )
    say(
      figures(
        `page images per purchase, ${name}`,
        of((one) => one.wal[name]!.images),
      ),
    )
  }
  say(figures('S1 at 32 connections ÷ reference', result['S1 at 32']))
  say(figures('S1 at 128 connections ÷ reference', result['S1 at 128']))
  say(figures('S2 p99 at half load ÷ reference p99', result['S2 p99 at half load']))
  say(
    figures(
      'purchases/s imported through the real path',
      of((one) => one.imported),
      0,
    ),
  )
  say(figures('S3 imported ÷ reference', result['S3 imported']))
  if (values.json) console.log(JSON.stringify({ ...result, all }))
} finally {
  await house.close()
}
