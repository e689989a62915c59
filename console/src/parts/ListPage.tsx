import { ControlOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Listed } from './api.ts'
import { Disclosure } from './Disclosure.tsx'
import { FilterBar } from './FilterBar.tsx'
import { useFormats } from './formats.ts'
import { type Asked, type Chosen, type Filter, useChosenColumns, useFilters, useKeysetPages } from './list-state.ts'
import { usePartWords } from './own-words.ts'
import { PageHead } from './PageHead.tsx'
import { RefusalAlert } from './RefusalAlert.tsx'
import { type Column, RowTable } from './RowTable.tsx'
import { SavedViews } from './SavedViews.tsx'

interface ListPageProps<Row> {
  /** Unique among lists: chosen columns and cached pages are kept under it. */
  name: string
  title: string
  lead?: ReactNode
  columns: Column<Row>[]
  filters?: Filter[]
  rowKey: (row: Row) => string
  to?: (row: Row) => string
  read: (asked: Asked) => Promise<Listed<Row>>
  /** Rows on a page. */
  limit?: number
  /** Buttons; the main one last. */
  actions?: ReactNode
  /** The export button; it gets the filters, so that the file holds what the list shows. */
  exporter?: (filters: Chosen) => ReactNode
  /** What can be done with selected rows; rows can be selected only if it is given. */
  bulk?: ((rows: Row[], done: (failed: string[]) => void) => ReactNode) | undefined
  /** What an empty list teaches: the first step. */
  empty: ReactNode
  /** False inside a record's tab, which has its own head. */
  head?: boolean
}

const noFilters: Filter[] = []

/** A list: filters in the address, pages by key, chosen columns, honest totals. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { name, title, columns, filters = noFilters, read, limit = 50, head = true } = props
  const _t = usePartWords()
  const { chosen, choose, chooseAll, clear } = useFilters(name, filters)
  const pages = useKeysetPages(name, chosen, limit, read)
  const picked = useChosenColumns(name, columns)
  const { data, error, isPlaceholderData, refetch } = pages.query
  const filtered = Object.keys(chosen).length > 0
  const nothing = data?.items.length === 0 && pages.number === 1 && !isPlaceholderData
  const selection = useSelection(data?.items, props.rowKey)
  return (
    <div className="ck-list">
      {head && <PageHead title={title} lead={props.lead} actions={props.actions} />}
      <div className="ck-list-bar">
        <FilterBar filters={filters} chosen={chosen} choose={choose} clear={clear} />
        <div className="ck-actions">
          {!head && props.actions}
          {props.exporter?.(chosen)}
          {head && (
            <SavedViews
              list={name}
              filters={filters}
              chosen={chosen}
              columns={picked.shown}
              show={(wanted, keys) => {
                chooseAll(wanted)
                picked.choose(keys)
              }}
            />
          )}
          <ColumnChoice columns={columns} shown={picked.shown} choose={picked.choose} />
        </div>
      </div>
      {props.bulk && <BulkBar selection={selection} bulk={props.bulk} />}
      {error ? (
        <RefusalAlert failure={error} retry={() => void refetch()} />
      ) : nothing ? (
        filtered ? (
          <NothingMatches clear={clear} />
        ) : (
          props.empty
        )
      ) : (
        <RowTable
          label={title}
          columns={columns.filter((column) => picked.shown.includes(column.key))}
          rows={data?.items}
          rowKey={props.rowKey}
          to={props.to}
          stale={isPlaceholderData}
          {...(props.bulk ? { selected: selection.keys, onSelect: selection.choose } : {})}
        />
      )}
      {data && !error && !nothing && (
        <Pager total={data.total ?? wholeOf(data, pages)} shown={data.items.length} pages={pages} />
      )}
    </div>
  )
}

/** The selected rows; those of other pages stay selected while somebody turns the pages. */
function useSelection<Row>(shown: Row[] | undefined, keyOf: (row: Row) => string) {
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map())
  const choose = (keys: string[]) => {
    const seen = new Map([...selected, ...(shown?.map((row) => [keyOf(row), row] as const) ?? [])])
    setSelected(new Map(keys.flatMap((key) => (seen.has(key) ? [[key, seen.get(key) as Row] as const] : []))))
  }
  return { keys: [...selected.keys()], rows: [...selected.values()], choose }
}

interface BulkBarProps<Row> {
  selection: { keys: string[]; rows: Row[]; choose: (keys: string[]) => void }
  bulk: (rows: Row[], done: (failed: string[]) => void) => ReactNode
}

function BulkBar<Row>({ selection: { keys, rows, choose }, bulk }: BulkBarProps<Row>) {
  const t = usePartWords()
  if (keys.length === 0) return null
  return (
    <div className="ck-bulk">
      <span role="status">{t('list.selected', { count: keys.length })}</span>
      {bulk(rows, choose)}
      <Button type="text" size="small" onClick={() => choose([])}>
        {t('list.unselect')}
      </Button>
    </div>
  )
}

function NothingMatches({ clear }: { clear: () => void }) {
  const t = usePartWords()
  return (
    <div className="ck-empty">
      <strong>{t('list.noMatch')}</strong>
      <Button onClick={clear}>{t('list.clear')}</Button>
    </div>
  )
}

function ColumnChoice({
  columns,
  shown,
  choose,
}: {
  columns: { key: string; title: string; always?: boolean }[]
  shown: string[]
  choose: (keys: string[]) => void
}) {
  const t = usePartWords()
  const toggle = (key: string, on: boolean) => choose(on ? [...shown, key] : shown.filter((one) => one !== key))
  return (
    <Disclosure label={t('list.columns')} face={<ControlOutlined aria-hidden />} buttonClass="ck-square-button">
      {() => (
        <fieldset className="ck-column-choice">
          <legend>{t('list.columns')}</legend>
          {columns.map((column) => (
            <Checkbox
              key={column.key}
              checked={shown.includes(column.key)}
              disabled={column.always ?? false}
              onChange={({ target }) => toggle(column.key, target.checked)}
            >
              {column.title}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </Disclosure>
  )
}

interface PagerProps {
  total: { count: number; exact: boolean } | undefined
  shown: number
  pages: { number: number; forward: (() => void) | undefined; back: (() => void) | undefined }
}

/** A list that ends on its first page has been counted by that. */
function wholeOf(data: Listed<unknown>, pages: PagerProps['pages']): PagerProps['total'] {
  return pages.number === 1 && !pages.forward ? { count: data.items.length, exact: true } : undefined
}

/** Says how many there are, and honestly: "about 1.2 million" when nobody counted. */
function Pager({ total, shown, pages }: PagerProps) {
  const t = usePartWords()
  const { number, rough } = useFormats()
  const told = total
    ? total.exact
      ? t('list.total', { count: total.count, shown: number(total.count) })
      : t('list.about', { shown: rough(total.count) })
    : t('list.onPage', { count: shown, shown: number(shown) })
  return (
    <nav className="ck-pager" aria-label={t('list.pages')}>
      <span className="ck-quiet ck-figures">{told}</span>
      <Button
        size="small"
        icon={<LeftOutlined aria-hidden />}
        disabled={!pages.back}
        onClick={pages.back}
        aria-label={t('list.back')}
      />
      <span className="ck-figures" aria-current="page">
        {t('list.page', { number: pages.number })}
      </span>
      <Button
        size="small"
        icon={<RightOutlined aria-hidden />}
        disabled={!pages.forward}
        onClick={pages.forward}
        aria-label={t('list.next')}
      />
    </nav>
  )
}
