import { Nothing } from '../../../parts/Moment.tsx'
import { Money } from '../../../parts/Money.tsx'
import type { Shift } from '../shapes.ts'
import { useWords } from '../words.ts'

/** What a till is called: its own name, else its number. */
export function useTillOf(): (shift: Pick<Shift, 'tillName' | 'tillCode'>) => string {
  const t = useWords()
  return ({ tillName, tillCode }) => tillName || t('shift.till', { code: tillCode })
}

/** Cash counted less cash expected; nothing while the shift runs. */
export function Difference({ shift }: { shift: Pick<Shift, 'difference' | 'currency'> }) {
  const t = useWords()
  const { difference, currency } = shift
  if (difference === null) return <Nothing />
  if (difference === 0) return <span className="ck-quiet">{t('shift.exact')}</span>
  return (
    <strong className="ck-danger">
      <Money minor={difference} currency={currency} signed />
    </strong>
  )
}
