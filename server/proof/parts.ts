import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { shared } from '../src/testing/files.ts'
import type { Asked, Outcome, Part } from './part.ts'
import { inPlace } from './place.ts'
import { chanceOf } from './random.ts'
import { runSuite } from './suite.ts'

/** Parts of their own folders, found when they are there. They answer their faults, and may answer figures. */
async function found(file: string, run: string, words: object): Promise<Outcome | undefined> {
  const place = path.join(import.meta.dirname, file)
  if (!existsSync(place)) return undefined
  const part = (await import(place)) as Record<string, (words: object) => Promise<Partial<Outcome> | string[]>>
  const outcome = await part[run]!(words)
  if (Array.isArray(outcome)) return { figures: {}, faults: outcome }
  const { faults = [], figures } = outcome
  return { faults, figures: figures ?? plain(outcome) }
}

/** Of what somebody else's part answers, what can stand in a table. */
const plain = (outcome: object): Outcome['figures'] =>
  Object.fromEntries(
    Object.entries(outcome).filter(([, value]) => typeof value === 'number' || typeof value === 'string'),
  )

async function kills({ size, seed, say }: Asked): Promise<Outcome> {
  const { figuresOfKills, runKills } = await import('./kills.ts')
  const found = await runKills({ kills: size, seed, say })
  return { figures: figuresOfKills(found), faults: found.faults }
}

async function wire({ size, seed, say }: Asked): Promise<Outcome> {
  const { figuresOfWire, runWire } = await import('./wire/run.ts')
  const found = await runWire({ ambiguous: size, seed, say })
  return { figures: figuresOfWire(found), faults: found.faults }
}

async function races({ size, seed, say }: Asked): Promise<Outcome> {
  const { pairs, runCrowds, runPairs, runRings } = await import('./races.ts')
  const faults = await inPlace(2, async (place) => [
    ...(await runPairs(place, size, chanceOf(seed), say)),
    ...(await runCrowds(place, Math.max(4, Math.ceil(size / 10)), 50)),
    ...(await runRings(place, Math.max(12, size))),
    ...(await place.broken()),
  ])
  return {
    figures: { pairs: pairs.length, rounds: size, 'crowds of 50': Math.max(4, Math.ceil(size / 10)) },
    faults,
  }
}

async function model({ size, seed }: Asked): Promise<Outcome> {
  const { runModel } = await import('./model/run.ts')
  const steps = await runModel(size, seed)
  return { figures: { sequences: size, 'steps compared': steps }, faults: [] }
}

async function hostile({ size, seed, say }: Asked): Promise<Outcome> {
  const { listener } = await import('./hostile/listener.ts')
  const { figuresOfStruck, strike } = await import('./hostile/run.ts')
  const { log, last, lines } = listener()
  const struck = await inPlace(
    1,
    async (place) => {
      const struck = await strike(place, size, chanceOf(seed), last)
      struck.faults.push(...(await place.broken()))
      return struck
    },
    log,
  )
  const unfit = Map.groupBy(
    lines.filter((line) => line.includes('unfit for the database')),
    (line) => /"route":"([^"]*)"/.exec(line)?.[1],
  )
  for (const [route, some] of unfit)
    say(`caught only at the database: ${some.length} × ${route} ${/"code":"(\w+)"/.exec(some[0]!)?.[1]}`)
  return { figures: figuresOfStruck(struck), faults: struck.faults }
}

/** The whole of a real year in the long form, its first 20,000 rows otherwise; another file with `--file`. */
async function imports({ size, seed, say, word }: Asked): Promise<Outcome | undefined> {
  const { runImported } = await import('./imported.ts')
  const file = word('file') || realYear(size, say)
  if (!file) return undefined
  const found = await runImported({ file, kills: size, seed, say })
  return {
    figures: {
      rows: found.rows,
      kills: found.kills.length,
      'seconds in one go': Math.round(found.seconds),
      'most memory, MB': found.peakMb,
    },
    faults: found.faults,
  }
}

function realYear(kills: number, say: (sentence: string) => void): string {
  try {
    const whole = shared('online_retail', 'transactions.csv.gz')
    if (kills >= 20) return whole
    const slice = path.join(mkdtempSync(path.join(tmpdir(), 'changke-slice-')), 'transactions.csv')
    writeFileSync(slice, gunzipSync(readFileSync(whole)).toString('utf8').split('\n', 20_001).join('\n'))
    return slice
  } catch (fault) {
    say((fault as Error).message)
    return ''
  }
}

async function defects({ size, seed, say, word, kept, keep }: Asked): Promise<Outcome> {
  const { plantAll } = await import('./plant.ts')
  const { planted, faults } = await plantAll({ most: size, seed, only: word('only'), say, kept, keep })
  const caught = planted.filter(({ red }) => red)
  return {
    figures: {
      planted: planted.length,
      caught: caught.length,
      'by how many checks': new Set(caught.map(({ check }) => check)).size,
    },
    faults,
  }
}

const suite =
  (...files: string[]) =>
  async ({ say }: Asked) =>
    runSuite(files, say)

/** Every part of the proof, in the order of a whole run. */
export const parts: Part[] = [
  {
    name: 'kills',
    proves: 'nothing acknowledged is lost or doubled when server, worker or PostgreSQL is killed at random',
    counts: 'SIGKILLs',
    ...{ short: 8, long: 200, run: kills },
  },
  {
    name: 'wire',
    proves: 'an answer that got lost is had again, byte by byte, under the same reference',
    counts: 'ambiguous answers',
    ...{ short: 400, long: 10_000, run: wire },
  },
  {
    name: 'races',
    proves: 'two commands at once on one member end as one of their two orders would',
    counts: 'rounds of every pair',
    ...{ short: 2, long: 500, run: races },
  },
  {
    name: 'model',
    proves: 'the books agree with a plain model after every step',
    counts: 'sequences',
    ...{ short: 2_000, long: 20_000, run: model },
  },
  {
    name: 'hostile',
    proves: 'hostile callers get only what openapi.json declares, and break nothing',
    counts: 'requests',
    ...{ short: 3_000, long: 100_000, run: hostile },
  },
  {
    name: 'matrix',
    proves: 'every role can do what its permissions say, where its scope reaches, and nothing else',
    counts: 'runs',
    ...{ short: 1, long: 1, run: suite('server/proof/matrix', 'server/proof/personal') },
  },
  {
    name: 'verify',
    proves: 'books that somebody edited are told, row by row',
    counts: 'runs',
    ...{ short: 1, long: 1, run: suite('server/proof/verify.test.ts') },
  },
  {
    name: 'imports',
    proves: 'an import that was killed ends as one that was not',
    counts: 'SIGKILLs',
    ...{ short: 2, long: 24, run: imports },
  },
  {
    name: 'restores',
    proves: 'a backup comes back as the house was at a moment, and a damaged one is told',
    counts: 'restores',
    short: 1,
    long: 20,
    run: ({ size, seed, say }) =>
      found('restores/run.ts', 'runRestores', { restores: size, damaged: Math.ceil(size / 2), seed, say }),
  },
  {
    name: 'adverse',
    proves: 'full disks, used-up pools, slow databases, jumping clocks and slow clients lose nothing',
    counts: 'rounds of each adversity',
    short: 1,
    long: 10,
    run: ({ size, seed, say, word }) =>
      found('adverse/run.ts', 'runAdverse', {
        times: size,
        seed,
        say,
        ...(word('only') ? { part: word('only') } : {}),
      }),
  },
  {
    name: 'defects',
    proves: 'each planted defect is seen by the check named for it',
    counts: 'defects at most',
    ...{ short: 3, long: 1_000, run: defects },
  },
]
