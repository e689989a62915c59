import { z } from 'zod'
import { Words } from '#kernel/fields.ts'

/** A tier and from how much growth on it is held. Rank 0 is the first; `benefits` are shown at the till. */
export const Level = z.object({
  code: z.string().regex(/^[a-z][a-z0-9_]{1,30}$/),
  name: Words,
  from: z.int().min(0),
  benefits: z.array(Words).max(30).default([]),
})
export type Level = z.infer<typeof Level>

/** The tiers section of a charter: the first level starts at zero, each further one higher. */
export const TierRules = z.object({
  levels: z
    .array(Level)
    .min(1)
    .max(12)
    .refine(
      (levels) => levels[0]!.from === 0 && levels.every((level, at) => at === 0 || level.from > levels[at - 1]!.from),
      'levels start at 0 and rise',
    )
    .refine(
      (levels) => new Set(levels.map((level) => level.code)).size === levels.length,
      'each level has its own code',
    ),
})
export type TierRules = z.infer<typeof TierRules>

/** The rank that an amount of growth earns: the highest level whose threshold it reaches. */
export function rankOf(rules: TierRules, growth: number): number {
  let rank = 0
  for (const [at, level] of rules.levels.entries()) if (growth >= level.from) rank = at
  return rank
}

/** The next level above a rank and how much growth is missing; null at the top. */
export function nextLevel(rules: TierRules, rank: number, growth: number): { code: string; missing: number } | null {
  const next = rules.levels[rank + 1]
  return next ? { code: next.code, missing: Math.max(0, next.from - growth) } : null
}
