import { ClockCircleOutlined, DesktopOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { useFormats } from '../../parts/formats.ts'
import { standAt } from '../../parts/place.ts'
import { Cap } from './Cap.tsx'
import { type Drawer, useCounter, useMayOpen } from './counter.ts'
import { capOf, focusScan, shortcutOf } from './keys.ts'
import { shiftQuery } from './queries.ts'
import { useWords } from './words.ts'

/** The line above the counter: which till, whose shift, and what is one key away. */
export function CounterHead() {
  const t = useWords()
  const { open } = useCounter()
  const may = useMayOpen()
  return (
    <header className="ck-counter-head">
      <h1 id="page-title" tabIndex={-1}>
        {t('title')}
      </h1>
      <TillChoice />
      <ShiftButton />
      <div className="ck-counter-acts">
        {may.member && <ActButton drawer="member" label={t('act.member')} open={open} />}
        {may.topup && <ActButton drawer="topup" label={t('act.topup')} open={open} />}
        {may.return && <ActButton drawer="return" label={t('act.return')} open={open} />}
      </div>
    </header>
  )
}

function ActButton({ drawer, label, open }: { drawer: Drawer; label: string; open: (drawer: Drawer) => void }) {
  return (
    <button
      type="button"
      className="ck-counter-act"
      aria-keyshortcuts={shortcutOf(drawer)}
      onClick={() => open(drawer)}
    >
      <span>{label}</span>
      <Cap>{capOf(drawer)}</Cap>
    </button>
  )
}

function TillChoice() {
  const t = useWords()
  const { here } = useCounter()
  const nameOf = ({ code, name }: { code: string; name: string }) => name || t('till.nameless', { code })
  if (!here.till) return <span className="ck-quiet">{t('till.none')}</span>
  const face = (
    <>
      <DesktopOutlined aria-hidden /> <span>{nameOf(here.till)}</span>
    </>
  )
  if (here.tills.length < 2) return <span className="ck-counter-fact">{face}</span>
  return (
    <Disclosure label={t('till.choose', { name: nameOf(here.till) })} face={face}>
      {(close) => (
        <ul className="ck-menu-list ck-menu-long">
          {here.tills.map((till) => (
            <li key={till.id}>
              <button
                type="button"
                aria-pressed={till.id === here.till?.id}
                onClick={() => {
                  standAt({ storeId: here.storeId, tillId: till.id })
                  close()
                  focusScan()
                }}
              >
                {nameOf(till)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  )
}

function ShiftButton() {
  const t = useWords()
  const { here, open } = useCounter()
  const formats = useFormats()
  const mayWork = useMayOpen().shift
  const shiftId = here.till?.shiftId
  const shift = useQuery({ ...shiftQuery(shiftId), enabled: Boolean(shiftId) && mayWork }).data
  if (!here.till || !mayWork) return null
  const time = shift && formats.moment(shift.openedAt).slice(-5)
  return (
    <button
      type="button"
      className="ck-counter-act"
      data-tone={shiftId ? undefined : 'care'}
      aria-keyshortcuts={shortcutOf('shift')}
      onClick={() => open('shift')}
    >
      <ClockCircleOutlined aria-hidden />
      <span>{shiftId ? (time ? t('shift.since', { time }) : t('shift.open')) : t('shift.none')}</span>
      <Cap>{capOf('shift')}</Cap>
    </button>
  )
}
