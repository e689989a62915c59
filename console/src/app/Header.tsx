import { SearchOutlined, ShopOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Disclosure } from '../parts/Disclosure.tsx'
import { LanguageSwitch, ThemeSwitch } from '../parts/LanguageAndTheme.tsx'
import { standAt, usePlace } from '../parts/place.ts'
import { RefusalAlert } from '../parts/RefusalAlert.tsx'
import { signOut, useSession } from '../parts/session.ts'
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

function PlacePicker() {
  const t = useWords()
  const { stores } = useSession()
  const { storeId } = usePlace()
  const store = stores.find((one) => one.id === storeId)
  if (stores.length === 0) return null
  return (
    <Disclosure
      label={store ? t('place.at', { store: store.name }) : t('place.choose')}
      face={
        <>
          <ShopOutlined aria-hidden /> <span className="ck-cut">{store?.name ?? t('place.choose')}</span>
        </>
      }
    >
      {(close) => (
        <ul className="ck-menu-list ck-menu-long">
          {stores.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-pressed={one.id === storeId}
                onClick={() => {
                  standAt({ storeId: one.id })
                  close()
                }}
              >
                <span className="ck-code">{one.code}</span> {one.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  )
}

function ProfileMenu() {
  const t = useWords()
  const { person, organisation } = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<unknown>()
  const leave = () =>
    signOut(client)
      .then(() => navigate({ to: '/sign-in' }))
      .catch(setFailure)
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
