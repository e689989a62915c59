import type { Charter } from '../shapes.ts'
import { useCharterText } from '../texts.ts'

// A tier that calls itself by a metal gets its colour; others take the colours in the order of their ranks.
const known: Record<string, string> = { ordinary: 'plain', silver: 'silver', gold: 'gold', diamond: 'diamond' }
const byRank = ['plain', 'silver', 'gold', 'diamond', 'violet']

/** A tier by name, with a dot of its colour: the colour alone says nothing. */
export function TierMark({ charter, rank, large }: { charter: Charter | undefined; rank: number; large?: boolean }) {
  const say = useCharterText()
  const level = charter?.tiers.levels[rank]
  if (!level) return null
  const metal = known[level.code] ?? byRank[Math.min(rank, byRank.length - 1)]
  return (
    <span className="ck-tier" data-metal={metal} data-large={large || undefined}>
      <span className="ck-tier-dot" aria-hidden="true" />
      {say(level.name)}
    </span>
  )
}
