import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useWords } from './words.ts'

export default function PurchasesPage() {
  const t = useWords()
  return (
    <>
      <PageHead title={t('title')} />
      <EmptyState title={t('empty.title')} text={t('empty.text')} />
    </>
  )
}
