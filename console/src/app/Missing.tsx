import { Link } from '@tanstack/react-router'
import { EmptyState } from '../parts/EmptyState.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { useWords } from './words.ts'

/** An address that leads nowhere. */
export function Missing() {
  const t = useWords()
  return (
    <main className="ck-bare-page">
      <PageHead title={t('missing.title')} />
      <EmptyState title={t('missing.sentence')} action={<Link to="/">{t('missing.home')}</Link>} />
    </main>
  )
}
