import { Money } from '../../parts/Money.tsx'
import { useWords } from './words.ts'

/** What somebody spent, less what came back, in minor units. Below zero it says why: a return without its sale, of something bought before the house knew it. */
export function Spent({ minor }: { minor: number }) {
  const t = useWords()
  return (
    <>
      <Money minor={minor} />
      {minor < 0 && <small className="ck-quiet ck-spent-below">{t('field.spentBelow')}</small>}
    </>
  )
}
