import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react'
import { useShownModally } from '../parts/Dialog.tsx'
import type { Finder, Found } from '../parts/pages.ts'
import { usePreferences } from '../parts/preferences.ts'
import { holds, useSession } from '../parts/session.ts'
import { usePagesInMenu } from './Menu.tsx'
import { rooms } from './pages.ts'
import { useWords } from './words.ts'

interface Group {
  title: string
  found: Found[]
  failed: boolean
}

/** Ctrl K: finds members by phone, card or name, and pages. What is typed is sent in a body, never in an address. */
export default function FinderDialog({ close }: { close: () => void }) {
  const t = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const { groups, waiting } = useFound(text)
  const rows = groups.flatMap((group) => group.found)
  const [at, setAt] = useState(0)
  const navigate = useNavigate()
  useShownModally(dialog)
  const active = rows[Math.min(at, rows.length - 1)]
  const open = (found: Found) => {
    close()
    void navigate({ to: found.to })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step && rows.length > 0) {
      event.preventDefault()
      setAt((rows.length + Math.min(at, rows.length - 1) + step) % rows.length)
    } else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) open(active)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on the ground around it
    <dialog
      ref={dialog}
      className="ck-finder"
      aria-label={t('finder.label')}
      onClose={() => !dialog.current?.open && close()}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="ck-finder-line">
        <SearchOutlined aria-hidden />
        <input
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          placeholder={t('finder.placeholder')}
          aria-label={t('finder.placeholder')}
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls="finder-list"
          aria-activedescendant={active ? `finder-${active.key}` : undefined}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <Results groups={groups} active={active} open={open} />
      <p className="ck-finder-note" role="status">
        {rows.length === 0 && text && !waiting ? t('finder.nothing') : t('finder.keys')}
      </p>
    </dialog>
  )
}

function Results({
  groups,
  active,
  open,
}: {
  groups: Group[]
  active: Found | undefined
  open: (found: Found) => void
}) {
  const t = useWords()
  return (
    <div id="finder-list" role="listbox" aria-label={t('finder.results')} className="ck-finder-list" tabIndex={-1}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role, not by a fieldset
        <div key={group.title} role="group" aria-label={group.title}>
          <div className="ck-finder-group" aria-hidden="true">
            {group.title}
            {group.failed && ` · ${t('finder.failed')}`}
          </div>
          {group.found.map((found) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter are heard by the field, which keeps the focus
            <div
              key={found.key}
              id={`finder-${found.key}`}
              role="option"
              tabIndex={-1}
              aria-selected={found === active}
              className="ck-finder-row"
              onClick={() => open(found)}
            >
              <span>{found.title}</span>
              {found.detail && <span className="ck-quiet">{found.detail}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function useFound(text: string): { groups: Group[]; waiting: boolean } {
  const t = useWords()
  const { language } = usePreferences()
  const session = useSession()
  const { main, settings } = usePagesInMenu()
  const asked = useDeferredValue(text.trim())
  const finders = rooms.flatMap((room) => room.finders ?? []).filter((finder) => holds(session, finder.needs))
  const query = useQuery({
    queryKey: ['finder', asked],
    enabled: asked.length > 1,
    // What was typed is personal: it is forgotten as soon as the dialog closes.
    gcTime: 0,
    queryFn: async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      return signal.aborted ? [] : Promise.all(finders.map((finder) => askOne(finder, asked, signal)))
    },
  })
  const pages: Found[] = [...main, ...settings]
    .filter((page) => `${page.title.zh} ${page.title.en}`.toLowerCase().includes(asked.toLowerCase()))
    .map((page) => ({ key: page.path, title: page.title[language], to: page.path }))
  const answered = (query.data ?? []).map(({ finder, ...answer }) => ({ ...answer, title: finder.title[language] }))
  const groups = [...answered, { title: t('finder.pages'), found: pages, failed: false }]
  return { groups: groups.filter((group) => group.found.length > 0 || group.failed), waiting: query.isFetching }
}

async function askOne(finder: Finder, text: string, signal: AbortSignal) {
  try {
    return { finder, found: await finder.find(text, signal), failed: false }
  } catch {
    return { finder, found: [], failed: true }
  }
}
