import { Link } from '@tanstack/react-router'
import { Nothing } from '../../parts/Moment.tsx'
import { Money, Units } from '../../parts/Money.tsx'
import { type Column, RowTable } from '../../parts/RowTable.tsx'
import { useSession } from '../../parts/session.ts'
import type { StoreToday, Today } from './shapes.ts'
import { useWords } from './words.ts'

interface Row {
  key: string
  storeId: string
  name: string
  till: boolean
  businessOn: string | undefined
  currency: string | undefined
  sales: number
  returns: number
  unlinked: number
  takings: number | null
  toMembers: number | undefined
}

/** Every store, the one that took most first, each followed by its tills; a store that has not sold yet took nothing. */
export function StoresTable({ today }: { today: Today | undefined }) {
  const t = useWords()
  const { stores } = useSession()
  const columns = useColumns()
  const rows =
    today &&
    rowsOf(today.stores, stores, (till) => till.name || (till.code ? t('till', { code: till.code }) : t('noTill')))
  return <RowTable label={t('stores.title')} columns={columns} rows={rows} rowKey={(row) => row.key} waiting={3} />
}

type NameOfTill = (till: { name?: string | null; code?: string | null }) => string

function rowsOf(taken: StoreToday[], all: { id: string; name: string }[], nameOf: NameOfTill): Row[] {
  const sold = [...taken].sort((a, b) => (b.takings ?? Infinity) - (a.takings ?? Infinity) || 0)
  const idle = all.filter((store) => !taken.some((one) => one.storeId === store.id))
  return [
    ...sold.flatMap((store) => {
      const { storeId, businessOn, currency, tills } = store
      const shared = { storeId, businessOn, currency }
      const own = tills.length > 1 ? [...tills].sort((a, b) => (a.code ?? '~').localeCompare(b.code ?? '~')) : []
      return [
        { ...store, key: storeId, till: false },
        ...own.map((till) => ({
          ...till,
          ...shared,
          key: `${storeId} ${till.tillId}`,
          till: true,
          name: nameOf(till),
          toMembers: undefined,
        })),
      ]
    }),
    ...idle.map(({ id, name }) => ({
      ...{ key: id, storeId: id, name, till: false, businessOn: undefined, currency: undefined },
      ...{ sales: 0, returns: 0, unlinked: 0, takings: 0, toMembers: 0 },
    })),
  ]
}

function useColumns(): Column<Row>[] {
  const t = useWords()
  return [
    {
      key: 'name',
      title: t('stores.store'),
      render: (row) =>
        row.till ? (
          <span className="ck-till-name">{row.name}</span>
        ) : row.businessOn ? (
          <Link to="/purchases" search={{ storeId: row.storeId, from: row.businessOn, to: row.businessOn } as never}>
            {row.name}
          </Link>
        ) : (
          row.name
        ),
    },
    {
      key: 'takings',
      title: t('takings'),
      align: 'right',
      render: (row) =>
        row.takings === null ? (
          <span className="ck-quiet">{t('tooLarge')}</span>
        ) : (
          <Money minor={row.takings} {...(row.currency ? { currency: row.currency } : {})} />
        ),
    },
    { key: 'sales', title: t('sales'), align: 'right', render: (row) => <Units count={row.sales} /> },
    {
      key: 'toMembers',
      title: t('stores.toMembers'),
      align: 'right',
      render: (row) => (row.toMembers === undefined ? <Nothing /> : <Units count={row.toMembers} />),
    },
    {
      key: 'returns',
      title: t('returns'),
      align: 'right',
      render: (row) => <Units count={row.returns + row.unlinked} />,
    },
  ]
}
