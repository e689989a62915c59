import { Link, useNavigate } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { usePartWords } from './own-words.ts'
import { PlainCheckbox } from './PlainCheckbox.tsx'

export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** Figures stand to the right, so that their digits stand under each other. */
  align?: 'left' | 'right'
  /** CSS width; the rest is shared. */
  width?: string
  /** Cannot be hidden: without it nobody knows which row this is. */
  always?: boolean
  /** Buttons of the row: they stay in sight when a narrow window scrolls the rest. */
  acts?: boolean
  /** Shown until somebody chooses otherwise; `false` waits to be chosen. */
  shown?: boolean
}

interface RowTableProps<Row> {
  label: string
  columns: Column<Row>[]
  rows: Row[] | undefined
  rowKey: (row: Row) => string
  /** The page of a row; its first cell becomes the link. */
  to?: ((row: Row) => string) | undefined
  selected?: readonly string[] | undefined
  onSelect?: ((keys: string[]) => void) | undefined
  /** Rows to draw as skeletons while `rows` is undefined. */
  waiting?: number
  stale?: boolean
  foot?: ReactNode
}

/** Rows under each other, dense and plain: a real table, which screen readers and the clipboard understand. */
export function RowTable<Row>(props: RowTableProps<Row>) {
  const { label, columns, rows, rowKey, to, selected, onSelect, waiting = 8, stale, foot } = props
  const t = usePartWords()
  const all = rows?.map(rowKey) ?? []
  const chosen = new Set(selected)
  const some = all.some((key) => chosen.has(key))
  const every = all.length > 0 && all.every((key) => chosen.has(key))
  const pick = (keys: string[], on: boolean) =>
    onSelect?.(on ? [...new Set([...chosen, ...keys])] : [...chosen].filter((key) => !keys.includes(key)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="ck-table-region" aria-label={label} tabIndex={0} data-stale={stale || undefined}>
      <table className="ck-table" aria-busy={rows === undefined}>
        <thead>
          <tr>
            {onSelect && (
              <th scope="col" className="ck-pick">
                <PlainCheckbox
                  checked={every}
                  some={some && !every}
                  onChange={(on) => pick(all, on)}
                  aria-label={t('table.pickAll')}
                />
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                data-align={column.align}
                data-acts={column.acts || undefined}
                style={column.width ? { width: column.width } : undefined}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows?.map((row) => (
            <OneRow
              key={rowKey(row)}
              row={row}
              columns={columns}
              to={to?.(row)}
              picked={chosen.has(rowKey(row))}
              onPick={onSelect && ((on) => pick([rowKey(row)], on))}
            />
          )) ?? <Waiting count={waiting} width={columns.length + (onSelect ? 1 : 0)} />}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </section>
  )
}

interface OneRowProps<Row> {
  row: Row
  columns: Column<Row>[]
  to: string | undefined
  picked: boolean
  onPick: ((on: boolean) => void) | undefined
}

function OneRow<Row>({ row, columns, to, picked, onPick }: OneRowProps<Row>) {
  const t = usePartWords()
  const navigate = useNavigate()
  // The link in the first cell is the way in for keyboard and screen reader; the rest of the row is a larger target for the mouse.
  const open = (event: MouseEvent) => {
    if (!to || (event.target as Element).closest('a, button, input, label') || window.getSelection()?.toString()) return
    void navigate({ to })
  }
  return (
    <tr onClick={to ? open : undefined} data-open={to ? true : undefined} data-picked={picked || undefined}>
      {onPick && (
        <td className="ck-pick">
          <PlainCheckbox checked={picked} onChange={onPick} aria-label={t('table.pick')} />
        </td>
      )}
      {columns.map((column, index) => (
        <td key={column.key} data-align={column.align} data-acts={column.acts || undefined}>
          {index === 0 && to ? <Link to={to}>{column.render(row)}</Link> : column.render(row)}
        </td>
      ))}
    </tr>
  )
}

const lengths = ['62%', '80%', '45%', '70%', '55%']

function Waiting({ count, width }: { count: number; width: number }) {
  const cells = Array.from({ length: width }, (_, index) => index)
  return Array.from({ length: count }, (_, row) => row).map((row) => (
    <tr key={row}>
      {cells.map((cell) => (
        <td key={cell}>
          <span className="ck-bone" style={{ width: lengths[(row + cell) % lengths.length] }} />
        </td>
      ))}
    </tr>
  ))
}
