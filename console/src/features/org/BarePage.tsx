import type { ReactNode } from 'react'
import { Brand } from '../../parts/Brand.tsx'
import { LanguageSwitch, ThemeSwitch } from '../../parts/LanguageAndTheme.tsx'
import { useWords } from './words.ts'
import './org.css'

/** The frame of pages before sign-in: the mark, the languages, and nothing that needs a session. */
export function BarePage({ children, wide }: { children: ReactNode; wide?: boolean }) {
  const t = useWords()
  return (
    <div className="ck-before">
      <header className="ck-before-head">
        <span className="ck-menu-brand">
          <Brand />
          <span>{t('product')}</span>
        </span>
        <div className="ck-header-side">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className="ck-before-page" data-wide={wide || undefined}>
        {children}
      </main>
    </div>
  )
}
