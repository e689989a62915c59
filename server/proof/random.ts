/** Chance that can be had again: everything that a run decides comes from its seed. */
export type Chance = {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, `most`. */
  below(most: number): number
  pick<T>(from: readonly T[]): T
  /** One of these, the oftener the more it weighs (whole numbers). */
  among<T>(from: readonly T[], weightOf: (one: T) => number): T
  /** True once in `times`, on average. */
  once(times: number): boolean
}

/** Chance from a seed (mulberry32): the same seed gives the same run, as far as time does. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  const among = <T>(from: readonly T[], weightOf: (one: T) => number): T => {
    let left = below(from.reduce((sum, one) => sum + weightOf(one), 0))
    for (const one of from) {
      left -= weightOf(one)
      if (left < 0) return one
    }
    throw new Error('nothing to choose from')
  }
  return { next, below, among, pick: (from) => from[below(from.length)]!, once: (times) => below(times) === 0 }
}

/** A seed for a run that nobody gave one. */
export const newSeed = (): number => Math.floor(Math.random() * 0x7fffffff)
