// `npm run proof`: what reliability means here, measured. Every run prints its seed; the same seed makes the same run, as far as time does.
import { parseArgs } from 'node:util'
import { provenance } from '../bench/machine.ts'
import { openPlace, openServer, type Place, type PlaceOptions } from './place.ts'
import { chanceOf, newSeed } from './random.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    model: { type: 'string' },
    hostile: { type: 'string' },
    races: { type: 'string' },
    imports: { type: 'string' },
    file: { type: 'string', default: '' },
    defects: { type: 'boolean' },
    only: { type: 'string', default: '' },
    seed: { type: 'string' },
  },
})
/** A shop on a server of its own, for as long as something is done in it. */
async function inPlace<T>(apps: number, act: (place: Place) => Promise<T>, log?: PlaceOptions['log']): Promise<T> {
  const server = await openServer()
  try {
    const place = await openPlace(server.urls, { apps, ...(log ? { log } : {}) })
    try {
      return await act(place)
    } finally {
      await place.close()
    }
  } finally {
    await server.stop()
  }
}

const seed = values.seed ? Number(values.seed) : newSeed()
const { machine, commit } = provenance()
console.log(`${machine}, commit ${commit}, seed ${seed}\n`)
let faults = 0

if (values.kills) {
  const { runKills, tellKills } = await import('./kills.ts')
  const found = await runKills({ kills: Number(values.kills), seed, say: (sentence) => console.log(sentence) })
  console.log(`\n${tellKills(found)}\n`)
  faults += found.faults.length
}
if (values.imports) {
  const { runImported } = await import('./imported.ts')
  const found = await runImported({
    file: values.file,
    kills: Number(values.imports),
    seed,
    say: (sentence) => console.log(sentence),
  })
  console.log(
    `imports: ${found.rows} rows, ${found.kills.length} kills, ${found.faults.length} faults; in one go ${found.seconds.toFixed(0)} s, the process at most ${found.peakMb} MB\n  ${found.killed.join('\n  ')}\n`,
  )
  for (const fault of found.faults) console.log(`  ${fault}`)
  faults += found.faults.length
}
if (values.model) {
  const { runModel } = await import('./model/run.ts')
  const steps = await runModel(Number(values.model), seed)
  console.log(`model: ${values.model} sequences, ${steps} steps compared, no difference\n`)
}
if (values.races) {
  const { pairs, runCrowds, runPairs } = await import('./races.ts')
  const rounds = Number(values.races)
  const found = await inPlace(2, async (place) => [
    ...(await runPairs(place, rounds, chanceOf(seed))),
    ...(await runCrowds(place, rounds, 50)),
    ...(await place.broken()),
  ])
  console.log(`races: ${pairs.length} pairs × ${rounds} rounds, ${rounds} crowds of 50; ${found.length} faults`)
  for (const fault of found) console.log(`  ${fault}`)
  faults += found.length
}
if (values.hostile) {
  const { listener } = await import('./hostile/listener.ts')
  const { strike, tellStruck } = await import('./hostile/run.ts')
  const { log, last, lines } = listener()
  await inPlace(
    1,
    async (place) => {
      const struck = await strike(place, Number(values.hostile), chanceOf(seed), last)
      struck.faults.push(...(await place.broken()))
      console.log(tellStruck(struck))
      faults += struck.faults.length
    },
    log,
  )
  const unfit = Map.groupBy(
    lines.filter((line) => line.includes('unfit for the database')),
    (line) => /"route":"([^"]*)"/.exec(line)?.[1],
  )
  for (const [route, some] of unfit)
    console.log(`caught only at the database: ${some.length} × ${route} ${/"code":"(\w+)"/.exec(some[0]!)?.[1]}`)
}
if (values.defects) {
  const { plantAll } = await import('./plant.ts')
  const { planted, faults: missed } = plantAll(values.only, (sentence) => console.log(sentence))
  console.log(`\ndefects: ${planted.filter(({ red }) => red).length} of ${planted.length} seen`)
  for (const fault of missed) console.log(`  ${fault}`)
  faults += missed.length
}
process.exitCode = faults === 0 ? 0 : 1
