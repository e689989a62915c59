// `npm run proof`: what reliability means here, measured. Every run prints its seed; the same seed makes the same run, as far as time does.
import { parseArgs } from 'node:util'
import { provenance } from '../bench/machine.ts'
import { newSeed } from './random.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    model: { type: 'string' },
    seed: { type: 'string' },
  },
})
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
if (values.model) {
  const { runModel } = await import('./model/run.ts')
  const steps = await runModel(Number(values.model), seed)
  console.log(`model: ${values.model} sequences, ${steps} steps compared, no difference\n`)
}
process.exitCode = faults === 0 ? 0 : 1
