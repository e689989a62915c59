import { SettingOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Brand } from '../parts/Brand.tsx'
import type { Page } from '../parts/pages.ts'
import { usePreferences } from '../parts/preferences.ts'
import { holds, useSession } from '../parts/session.ts'
import { rooms } from './pages.ts'
import { useWords } from './words.ts'

/** The rows of the menu that the person may use, in order. */
export function usePagesInMenu(): { main: Page[]; settings: Page[] } {
  const session = useSession()
  const shown = rooms
    .flatMap(({ pages }) => pages)
    .filter((page) => page.menu && holds(session, page.needs))
    .sort((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0))
  return {
    main: shown.filter((page) => !page.menu?.under),
    settings: shown.filter((page) => page.menu?.under === 'settings'),
  }
}

/** The sections of the console. What one may not use is not there. */
export function Menu() {
  const t = useWords()
  const { main, settings } = usePagesInMenu()
  const { pathname } = useLocation()
  const inSettings = pathname.startsWith('/settings')
  const first = settings[0]
  return (
    <nav className="ck-menu" aria-label={t('menu.label')}>
      <Link to="/" className="ck-menu-brand">
        <Brand />
        <span>{t('product')}</span>
      </Link>
      <ul>
        {main.map((page) => (
          <Entry key={page.path} page={page} />
        ))}
        {first && (
          <li>
            <Link
              to={first.path}
              className="ck-menu-entry"
              data-open={inSettings || undefined}
              // The page itself is the entry below; two current pages would be one too many.
              activeProps={{ 'aria-current': undefined }}
              aria-expanded={inSettings}
            >
              <SettingOutlined aria-hidden />
              <span>{t('menu.settings')}</span>
            </Link>
            {inSettings && (
              <ul className="ck-menu-under">
                {settings.map((page) => (
                  <Entry key={page.path} page={page} />
                ))}
              </ul>
            )}
          </li>
        )}
      </ul>
    </nav>
  )
}

function Entry({ page }: { page: Page }) {
  const { language } = usePreferences()
  const Icon = page.menu?.icon
  return (
    <li>
      <Link
        to={page.path}
        className="ck-menu-entry"
        title={page.title[language]}
        activeProps={{ 'aria-current': 'page' }}
      >
        {Icon && <Icon aria-hidden />}
        <span>{page.title[language]}</span>
      </Link>
    </li>
  )
}
