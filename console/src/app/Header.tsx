import { SearchOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Disclosure } from '../parts/Disclosure.tsx'
import { LanguageSwitch, ThemeSwitch } from '../parts/LanguageAndTheme.tsx'
import { RefusalAlert } from '../parts/RefusalAlert.tsx'
import { signOut, useSession } from '../parts/session.ts'
import { PlacePicker } from './PlacePicker.tsx'
import { useWords } from './words.ts'

// What stands on the keys themselves is the same in every language.
const finderKeys = 'Ctrl K'

/** The line above every page: the finder, the place one stands at, language, theme, oneself. */
export function Header({ find }: { find: () => void }) {
  const t = useWords()
  return (
    <header className="ck-header">
      <button type="button" className="ck-finder-button" onClick={find} aria-keyshortcuts="Control+K">
        <SearchOutlined aria-hidden />
        <span>{t('finder.hint')}</span>
        <kbd>{finderKeys}</kbd>
      </button>
      <div className="ck-header-side">
        <PlacePicker />
        <LanguageSwitch />
        <ThemeSwitch />
        <ProfileMenu />
      </div>
    </header>
  )
}

function ProfileMenu() {
  const t = useWords()
  const { person, organisation } = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<unknown>()
  const leave = () => signOut(client, () => navigate({ to: '/sign-in' })).catch(setFailure)
  return (
    <Disclosure
      label={t('profile.menu', { name: person.name })}
      face={
        <>
          <UserOutlined aria-hidden /> <span className="ck-cut">{person.name}</span>
        </>
      }
    >
      {(close) => (
        <>
          <p className="ck-menu-note">{organisation.name}</p>
          <RefusalAlert failure={failure} />
          <ul className="ck-menu-list">
            <li>
              <Link to="/profile" onClick={close}>
                {t('profile.open')}
              </Link>
            </li>
            <li>
              <button type="button" onClick={leave}>
                {t('profile.leave')}
              </button>
            </li>
          </ul>
        </>
      )}
    </Disclosure>
  )
}
