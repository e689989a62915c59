import { BookOutlined, CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { api, ask, type Schemas } from './api.ts'
import { Disclosure } from './Disclosure.tsx'
import type { Chosen, Filter } from './list-state.ts'
import { notify } from './Notices.tsx'
import { usePartWords } from './own-words.ts'
import { RefusalAlert } from './RefusalAlert.tsx'
import { useOnce } from './use-once.ts'

interface SavedViewsProps {
  /** The list's name. */
  list: string
  filters: Filter[]
  chosen: Chosen
  columns: string[]
  /** Shows the list as a view says: these filters and no others, these columns. */
  show: (filters: Chosen, columns: string[] | null) => void
}

/** A person's own ways to look at a list: filters and columns under a name, kept by the server, so that they follow the person. */
export function SavedViews(props: SavedViewsProps) {
  const t = usePartWords()
  return (
    <Disclosure label={t('views.label')} face={<Face />} buttonClass="ck-bar-button">
      {(close) => <Panel {...props} close={close} />}
    </Disclosure>
  )
}

function Face() {
  const t = usePartWords()
  return (
    <>
      <BookOutlined aria-hidden /> {t('views.label')}
    </>
  )
}

const same = (one: Chosen, other: Chosen) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())

function Panel({ list, filters, chosen, columns, show, close }: SavedViewsProps & { close: () => void }) {
  const t = usePartWords()
  const client = useQueryClient()
  const queryKey = ['views', list]
  const views = useQuery({
    queryKey,
    queryFn: () => ask(api.GET('/v1/profile/views', { params: { query: { list } } })),
  })
  const changed = (said: string) => {
    notify(said)
    return client.invalidateQueries({ queryKey })
  }
  const personal = filters.filter((filter) => filter.personal).map(({ key }) => key)
  const plain = Object.fromEntries(Object.entries(chosen).filter(([key]) => !personal.includes(key)))
  const forget = async ({ id, name }: Schemas['View']) => {
    await ask(api.DELETE('/v1/profile/views/{id}', { params: { path: { id } } }))
    await changed(t('views.forgotten', { name }))
  }
  return (
    <div className="ck-views">
      <RefusalAlert failure={views.error} retry={() => void views.refetch()} />
      {views.data?.items.length === 0 && <p className="ck-quiet">{t('views.none')}</p>}
      <ul>
        {views.data?.items.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              onClick={() => {
                show(view.filters, view.columns)
                close()
              }}
            >
              {same(view.filters, plain) && <CheckOutlined aria-hidden />} {view.name}
            </button>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('views.forget', { name: view.name })}
              onClick={() => void forget(view).catch(() => views.refetch())}
            />
          </li>
        ))}
      </ul>
      <KeepForm
        names={views.data?.items.map(({ name }) => name) ?? []}
        note={personal.some((key) => key in chosen)}
        keep={async (name) => {
          await ask(api.POST('/v1/profile/views', { body: { list, name, filters: plain, columns } }))
          await changed(t('views.kept', { name }))
        }}
      />
    </div>
  )
}

function KeepForm({ names, note, keep }: { names: string[]; note: boolean; keep: (name: string) => Promise<void> }) {
  const t = usePartWords()
  const once = useOnce()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const plain = name.trim()
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!plain) return
    void once(async () => {
      setBusy(true)
      setFailure(undefined)
      await keep(plain)
        .then(() => setName(''), setFailure)
        .finally(() => setBusy(false))
    })
  }
  return (
    <form onSubmit={onSubmit}>
      <RefusalAlert failure={failure} />
      <Input
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={40}
        placeholder={t('views.name')}
        aria-label={t('views.name')}
        autoComplete="off"
      />
      <Button htmlType="submit" disabled={!plain} loading={busy} block>
        {t('views.keep')}
      </Button>
      {names.includes(plain) && <p className="ck-quiet">{t('views.replaces')}</p>}
      {note && <p className="ck-quiet">{t('views.notPersonal')}</p>}
    </form>
  )
}
