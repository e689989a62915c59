// `npm run bench`: the speed figures as ratios inside one run. Rounds in which the host stole more than 10 % of the CPU are dropped.
import { parseArgs } from 'node:util'
import type { House } from './house.ts'
import { openHouse } from './house.ts'
import { runImported } from './imported.ts'
import { cpuOf, cpuTime, provenance, stealBetween } from './machine.ts'
import { runReference } from './reference.ts'
import { runRest } from './rest.ts'
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

/** What one purchase cost while a load ran: write-ahead log (bytes, full-page images) and CPU (microseconds, of each process that took part). */
type Cost = { bytes: number; images: number; cpu: Record<'server' | 'database' | 'load' | 'bench', number> }
type Costed = { timing: Timing; cost: Cost }

type Round = {
  reference: Costed
  referenceAgain: Timing
  at32: Costed
  at128: Costed
  fresh: Timing
  afterFull: Timing
  half: Timing
  imported: Costed
  steal: number
}

async function withCost(house: House, act: () => Promise<Timing>): Promise<Costed> {
  const read = async () => {
    const { rows } = await house.owner.query<{ bytes: string; images: string }>(
      'select wal_bytes::text as bytes, wal_fpi::text as images from pg_stat_wal',
    )
    const { user, system } = process.cpuUsage()
    return {
      bytes: Number(rows[0]!.bytes),
      images: Number(rows[0]!.images),
      server: cpuOf(house.pids.server) * 1000,
      database: cpuOf(house.pids.database) * 1000,
      load: cpuOf(house.pids.load) * 1000,
      bench: user + system,
    }
  }
  const before = await read()
  const timing = await act()
  await new Promise((later) => setTimeout(later, 300))
  const after = await read()
  const per = (name: keyof typeof before) => (after[name] - before[name]) / Math.max(1, timing.count)
  return {
    timing,
    cost: {
      bytes: per('bytes'),
      images: per('images'),
      cpu: { server: per('server'), database: per('database'), load: per('load'), bench: per('bench') },
    },
  }
}

// A p99 is made of the few moments when the database is held up: Linux keeps what is added to files for 30 s and then writes it in one go, and
// tables that grow are analysed once a minute. So S2 looks at both sides for longer than such a rhythm, at half load twice: right after the
// full load, and when only its own writes are under way.
const halfSeconds = Math.max(35, seconds)

/**
 * One round: the reference and the product in turn, from a checkpoint on, each warmed up with a load of its own kind. The first is preceded by a
 * longer warm-up: a till's server has been up since the morning. A host is faster in one minute than in the next: the reference runs before
 * what S1 looks at, and again after what S2 and before what S3 look at.
 */
async function round(house: House, first: boolean): Promise<Round> {
  if (first) await house.load({ connections: 64, seconds: 15 })
  const before = cpuTime()
  await house.owner.query('checkpoint')
  const fresh = await house.load({ connections: 32, seconds })
  await runReference(house.url, house.storeId, members, 16, 3)
  const reference = await withCost(house, () => runReference(house.ownerUrl, house.storeId, members, 16, seconds))
  const at32 = await withCost(house, () => house.load({ connections: 32, seconds }))
  const at128 = await withCost(house, () => house.load({ connections: 128, seconds }))
  const pace = { connections: 64, perSecond: at32.timing.perSecond / 2 }
  const afterFull = await house.load({ ...pace, seconds: halfSeconds })
  const half = await house.load({ ...pace, seconds: halfSeconds })
  const referenceAgain = await runReference(house.ownerUrl, house.storeId, members, 16, halfSeconds)
  const imported = await withCost(house, () => runImported(house, members, seconds))
  return {
    reference,
    referenceAgain,
    at32,
    at128,
    fresh,
    afterFull,
    half,
    imported,
    steal: stealBetween(before, cpuTime()),
  }
}

const referenceP99 = ({ referenceAgain }: Round) => referenceAgain.p99

const figures = (name: string, values: number[], digits = 2) =>
  `${name.padEnd(46)} ${median(values).toFixed(digits)}  (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`

// By itself, before the load: a start beside a million members of another house would say nothing.
const rests = await runRest(3)
const starts = rests.map(({ startSeconds }) => startSeconds)
const rest = rests.flatMap(({ restMb }) => restMb ?? [])
say(figures('S11 start until /readyz, s', starts))
if (rest.length > 0) say(figures('S11 memory at rest (RSS after 10 s), MB', rest, 0))

if (Number(values.rounds) === 0) {
  if (values.json) console.log(JSON.stringify({ ...provenance(), 'S11 start': starts, 'S11 rest': rest }))
  process.exit()
}

const house = await openHouse(members)
try {
  await house.owner.query(
    'grant usage on schema reference to changke_app; grant all on all tables in schema reference to changke_app',
  )
  const all: Round[] = []
  for (let n = 1; n <= Number(values.rounds); n++) {
    const one = await round(house, n === 1)
    all.push(one)
    say(
      `round ${n}: reference ${one.reference.timing.perSecond.toFixed(0)}/s, 32 connections ${one.at32.timing.perSecond.toFixed(0)}/s, 128 connections ${one.at128.timing.perSecond.toFixed(0)}/s, steal ${(one.steal * 100).toFixed(1)} %, p99 at half load ${one.afterFull.p99.toFixed(0)}, then ${one.half.p99.toFixed(0)} ms (reference ${one.referenceAgain.p99.toFixed(0)} ms), failed ${one.at32.timing.failed + one.at128.timing.failed + one.half.failed}`,
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
    'S1 at 32': of((one) => one.at32.timing.perSecond / one.reference.timing.perSecond),
    'S1 at 128': of((one) => one.at128.timing.perSecond / one.reference.timing.perSecond),
    'S3 imported': of((one) => one.imported.timing.perSecond / one.referenceAgain.perSecond),
    'S11 start': starts,
    'S11 rest': rest,
    'S1b after a checkpoint': of((one) => one.fresh.perSecond / one.at32.timing.perSecond),
    'S2 right after a full load': of((one) => one.afterFull.p99 / referenceP99(one)),
    'S2 p99 at half load': of((one) => one.half.p99 / referenceP99(one)),
  }
  say(`\n${result.machine}, commit ${result.commit}, ${members} members; ${kept.length} of ${all.length} rounds kept`)
  say(
    figures(
      'reference purchases/s at 16 clients',
      of((one) => one.reference.timing.perSecond),
      0,
    ),
  )
  say(figures('reference p99, ms', of(referenceP99)))
  say(
    figures(
      'purchases/s over HTTP, 32 connections',
      of((one) => one.at32.timing.perSecond),
      0,
    ),
  )
  say(
    figures(
      'purchases/s over HTTP, 128 connections',
      of((one) => one.at128.timing.perSecond),
      0,
    ),
  )
  say(
    figures(
      'p99 at half of that load, ms',
      of((one) => one.half.p99),
    ),
  )
  say(
    figures(
      'the longest at half of that load, ms',
      of((one) => one.half.max),
    ),
  )
  for (const name of ['reference', 'at32', 'at128', 'imported'] as const) {
    const cost = (title: string, pick: (cost: Cost) => number, digits = 0) =>
      say(
        figures(
          `${title} per purchase, ${name}`,
          of((one) => pick(one[name].cost)),
          digits,
        ),
      )
    cost('WAL bytes', ({ bytes }) => bytes)
    cost('page images', ({ images }) => images, 2)
    for (const part of ['server', 'database', 'load', 'bench'] as const)
      cost(`CPU µs of ${part}`, ({ cpu }) => cpu[part])
  }
  say(figures('S1 at 32 connections ÷ reference', result['S1 at 32']))
  say(figures('S1 at 128 connections ÷ reference', result['S1 at 128']))
  say(figures(`S1b first ${seconds} s after a checkpoint ÷ later`, result['S1b after a checkpoint']))
  say(figures('S2 p99 at half load ÷ reference p99', result['S2 p99 at half load']))
  say(figures('the same right after a full load', result['S2 right after a full load']))
  say(
    figures(
      'purchases/s imported through the real path',
      of((one) => one.imported.timing.perSecond),
      0,
    ),
  )
  say(figures('S3 imported ÷ reference', result['S3 imported']))
  if (values.json) console.log(JSON.stringify({ ...result, all }))
} finally {
  await house.close()
}
