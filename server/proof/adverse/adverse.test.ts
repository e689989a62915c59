import { describe, expect, it } from 'vitest'
import { newSeed } from '../random.ts'
import { runAdverse } from './run.ts'

// One of each, small; the long form is `npm run proof -- adverse`. Those that mostly wait do it at the same time.
describe.skipIf(process.platform !== 'linux')('the house in adversity', () => {
  const proven = async (part: string) => {
    const seed = newSeed()
    const said: string[] = []
    const { figures, faults } = await runAdverse({ part, times: 1, seed, say: (sentence) => said.push(sentence) })
    console.log(`seed ${seed}`, figures)
    expect(faults, said.join('\n')).toEqual([])
  }

  it('refuses in time and recovers when every connection is taken', () => proven('pool'))
  it.concurrent('refuses in time and recovers when the database stands still', () => proven('slow'))
  it.concurrent('loses nothing when a disk is full, and goes on with the space', () => proven('disk'))
  it.concurrent('serves a healthy till beside a thousand slow clients', () => proven('clients'))
  it('refuses what is far too large within a second', () => proven('oversize'))
  it.concurrent('keeps the database’s time when its own clock jumps', () => proven('clock'))
  it('starts three times at once', () => proven('start'))
})
