import { useFormats } from '../../../parts/formats.ts'
import { Cap } from '../Cap.tsx'
import { useCounter } from '../counter.ts'
import { tenderKeys } from '../keys.ts'
import type { TenderKind } from '../shapes.ts'
import { mostPoints } from '../tenders.ts'
import { useTenderName } from '../texts.ts'
import { useWords } from '../words.ts'

/** What a member may pay with at most by points or stored value; undefined for money, which has no end. */
export function useMost(kind: TenderKind): number | undefined {
  const { usable, charter, due } = useCounter()
  if (kind === 'wallet') return usable.wallet
  if (kind === 'points') return mostPoints(due, usable, charter?.points.spend ?? null)
  return undefined
}

/** Takes a tender, by its key or its button; the amount then has the focus, filled in. */
export function useTakeTender(): (kind: TenderKind) => void {
  const { chooseTender, desk, entry } = useCounter()
  const most = { wallet: useMost('wallet'), points: useMost('points') }
  return (kind) => {
    if (desk.lines.length === 0) return entry.say({ kind: 'empty' })
    if ((kind === 'wallet' || kind === 'points') && !most[kind])
      return entry.say({ kind: desk.guest ? 'noValue' : 'noGuest' })
    chooseTender(kind)
    requestAnimationFrame(() => document.getElementById(`tender-${kind}`)?.focus())
  }
}

/** One way to pay, with its key on it. */
export function TenderButton({ kind }: { kind: TenderKind }) {
  const t = useWords()
  const { desk, here } = useCounter()
  const take = useTakeTender()
  const formats = useFormats()
  const nameOf = useTenderName()
  const most = useMost(kind)
  const chosen = desk.picks.some((pick) => pick.kind === kind)
  return (
    <button
      type="button"
      className="ck-tender"
      aria-pressed={chosen}
      aria-keyshortcuts={tenderKeys[kind]}
      disabled={most === 0 && !chosen}
      onClick={() => take(kind)}
    >
      <span className="ck-tender-name">{nameOf(kind)}</span>
      <span className="ck-tender-foot">
        {most ? (
          <small className="ck-figures">
            <span className="ck-unseen">{t('pay.upTo')}</span> {formats.money(most, here.currency)}
          </small>
        ) : null}
        <Cap>{tenderKeys[kind]}</Cap>
      </span>
    </button>
  )
}
