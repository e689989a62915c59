import { Tag } from 'antd'
import { api, ask, type QueryOf } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { ListExport, singles } from '../../../parts/ListExport.tsx'
import { ListPage } from '../../../parts/ListPage.tsx'
import { chosenOne, type Filter } from '../../../parts/list-state.ts'
import { Moment, Nothing } from '../../../parts/Moment.tsx'
import { Money, Units } from '../../../parts/Money.tsx'
import type { Column } from '../../../parts/RowTable.tsx'
import type { PurchaseHead } from '../shapes.ts'
import { useWords } from '../words.ts'

/** What the member bought and brought back, as far as the person's stores reach. */
export function PurchasesTab({ memberId }: { memberId: string }) {
  const t = useWords()
  const filters: Filter[] = [
    {
      key: 'kind',
      label: t('purchase.kind'),
      kind: 'choice',
      options: (['sale', 'return', 'unlinked'] as const).map((value) => ({ value, label: t(`cause.${value}`) })),
    },
    { key: 'from', label: t('purchase.from'), kind: 'day' },
    { key: 'to', label: t('purchase.to'), kind: 'day' },
  ]
  return (
    <ListPage<PurchaseHead>
      name={`member-purchases ${memberId}`}
      title={t('tab.purchases')}
      head={false}
      columns={useColumns()}
      filters={filters}
      rowKey={(row) => row.id}
      to={(row) => `/purchases/${row.id}`}
      limit={20}
      read={({ filters: chosen, cursor, limit }) => {
        const query: QueryOf<'get', '/v1/purchases'> = {
          memberId,
          kind: chosenOne(chosen, 'kind'),
          from: chosenOne(chosen, 'from'),
          to: chosenOne(chosen, 'to'),
          cursor,
          limit,
        }
        return ask(api.GET('/v1/purchases', { params: { query } }))
      }}
      exporter={(shown) => (
        <ListExport list="purchases" what={t('tab.purchases')} filters={{ memberId, ...singles(shown) }} />
      )}
      empty={<EmptyState title={t('purchase.empty')} text={t('purchase.emptyText')} />}
    />
  )
}

function useColumns(): Column<PurchaseHead>[] {
  const t = useWords()
  return [
    {
      key: 'occurredAt',
      title: t('purchase.at'),
      render: (row) => <Moment value={row.occurredAt} />,
      always: true,
    },
    {
      key: 'kind',
      title: t('purchase.kind'),
      render: (row) => (row.kind === 'sale' ? t('cause.sale') : <Tag color="warning">{t(`cause.${row.kind}`)}</Tag>),
    },
    { key: 'receipt', title: t('topup.receipt'), render: (row) => <span className="ck-code">{row.receipt}</span> },
    { key: 'number', title: t('purchase.number'), render: (row) => row.number ?? <Nothing />, shown: false },
    { key: 'store', title: t('field.store'), render: (row) => row.storeName },
    {
      key: 'total',
      title: t('purchase.total'),
      align: 'right',
      render: (row) => <Money minor={row.kind === 'sale' ? row.total : -row.total} currency={row.currency} />,
    },
    {
      key: 'points',
      title: t('unit.points'),
      align: 'right',
      render: (row) => <Units count={row.kind === 'sale' ? row.points.earned : -row.points.earned} signed />,
    },
  ]
}
