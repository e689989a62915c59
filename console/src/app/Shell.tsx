import { Outlet, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useConnection } from '../parts/connection.ts'
import { Notices } from '../parts/Notices.tsx'
import { Header } from './Header.tsx'
import { Menu } from './Menu.tsx'
import { useWords } from './words.ts'

const FinderDialog = lazy(() => import('./FinderDialog.tsx'))

/** The frame of every page behind sign-in: menu, header, page. */
export function Shell() {
  const t = useWords()
  const [finding, setFinding] = useState(false)
  useFinderKey(setFinding)
  useFocusOnArrival()
  return (
    <div className="ck-shell">
      <a className="ck-skip" href="#page">
        {t('shell.skip')}
      </a>
      <Menu />
      <div className="ck-stage">
        <Header find={() => setFinding(true)} />
        <ConnectionBanner />
        <main id="page" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Notices />
      {finding && (
        <Suspense fallback={null}>
          <FinderDialog close={() => setFinding(false)} />
        </Suspense>
      )}
    </div>
  )
}

function useFinderKey(open: (on: boolean) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      open(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [open])
}

/** After a change of page the focus moves to its heading, unless the page has put it somewhere already. */
function useFocusOnArrival(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        const page = document.getElementById('page')
        const settled = document.activeElement
        if (settled && settled !== document.body && page?.contains(settled)) return
        const target = document.getElementById('page-title') ?? page
        target?.focus({ preventScroll: true })
      }),
    [router],
  )
}

function ConnectionBanner() {
  const t = useWords()
  const ok = useConnection()
  return (
    <div role="status" className="ck-connection" data-ok={ok}>
      {ok ? null : t('shell.unreachable')}
    </div>
  )
}
