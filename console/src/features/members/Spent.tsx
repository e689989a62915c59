import { Money } from '../../parts/Money.tsx'
import { useWords } from './words.ts'

/**
 * What somebody spent, less what came back, in minor units. Below zero it says why: a return without its sale, of something that was bought before the
 * house knew it. In a row there is room for two words.
 */
export function Spent({ minor, inRow }: { minor: number; inRow?: boolean }) {
  const t = useWords()
  return (
    <>
      <Money minor={minor} />
      {minor < 0 && (
        <small className={inRow ? 'ck-quiet ck-spent-below' : undefined}>
          {t(inRow ? 'field.spentBelowInRow' : 'field.spentBelow')}
        </small>
      )}
    </>
  )
}
