import { Tag } from 'antd'
import { api, ask, type QueryOf } from '../../parts/api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { ListExport } from '../../parts/ListExport.tsx'
import { ListPage } from '../../parts/ListPage.tsx'
import { type Chosen, chosenOne, type Filter } from '../../parts/list-state.ts'
import { Day, Moment, Nothing } from '../../parts/Moment.tsx'
import { Money, Units } from '../../parts/Money.tsx'
import type { Column } from '../../parts/RowTable.tsx'
import { useMay, useSession } from '../../parts/session.ts'
import { MemberCell } from './MemberCell.tsx'
import { useTenderName } from './names.ts'
import { kinds, type PurchaseHead } from './shapes.ts'
import { useWords } from './words.ts'
import './purchases.css'

/** Every sale and return within the person's reach, newest first. */
export default function PurchasesPage() {
  const t = useWords()
  const maySell = useMay('purchases.record')
  return (
    <ListPage<PurchaseHead>
      name="purchases"
      title={t('title')}
      columns={useColumns()}
      filters={usePurchaseFilters()}
      rowKey={(row) => row.id}
      to={(row) => `/purchases/${row.id}`}
      read={({ filters, cursor, limit }) => {
        const query: QueryOf<'get', '/v1/purchases'> = {
          storeId: chosenOne(filters, 'storeId'),
          kind: chosenOne(filters, 'kind'),
          from: chosenOne(filters, 'from'),
          to: chosenOne(filters, 'to'),
          receipt: chosenOne(filters, 'receipt'),
          cursor,
          limit,
        }
        return ask(api.GET('/v1/purchases', { params: { query } }))
      }}
      exporter={(shown) => <ListExport list="purchases" what={t('title')} filters={exportable(shown)} />}
      empty={
        <EmptyState
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            maySell && (
              <LinkButton to="/counter" primary>
                {t('empty.action')}
              </LinkButton>
            )
          }
        />
      }
    />
  )
}

/** The filters as an export takes them; a receipt is looked at, not taken out. */
function exportable({ receipt, storeId, kind, from, to }: Chosen): Record<string, unknown> | undefined {
  if (receipt) return undefined
  return Object.fromEntries(
    Object.entries({ storeId, kind, from, to }).flatMap(([key, value]) => (value?.[0] ? [[key, value[0]]] : [])),
  )
}

function usePurchaseFilters(): Filter[] {
  const t = useWords()
  const { stores } = useSession()
  return [
    { key: 'receipt', label: t('field.receipt'), kind: 'text', width: 200 },
    ...(stores.length > 1
      ? [
          {
            key: 'storeId',
            label: t('field.store'),
            kind: 'choice' as const,
            width: 200,
            options: stores.map((store) => ({ value: store.id, label: store.name })),
          },
        ]
      : []),
    {
      key: 'kind',
      label: t('field.kind'),
      kind: 'choice',
      width: 128,
      options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    { key: 'from', label: t('from'), kind: 'day', width: 144 },
    { key: 'to', label: t('to'), kind: 'day', width: 144 },
  ]
}

function useColumns(): Column<PurchaseHead>[] {
  const t = useWords()
  const tenderName = useTenderName()
  const sign = (row: PurchaseHead) => (row.kind === 'sale' ? 1 : -1)
  return [
    { key: 'occurredAt', title: t('field.at'), render: (row) => <Moment value={row.occurredAt} />, always: true },
    {
      key: 'kind',
      title: t('field.kind'),
      render: (row) => (row.kind === 'sale' ? t('kind.sale') : <Tag color="warning">{t(`kind.${row.kind}`)}</Tag>),
    },
    { key: 'receipt', title: t('field.receipt'), render: (row) => <span className="ck-code">{row.receipt}</span> },
    { key: 'store', title: t('field.store'), render: (row) => row.storeName },
    { key: 'member', title: t('member'), render: (row) => <MemberCell memberId={row.memberId} /> },
    {
      key: 'total',
      title: t('field.amount'),
      align: 'right',
      render: (row) => <Money minor={sign(row) * row.total} currency={row.currency} />,
    },
    {
      key: 'tenders',
      title: t('field.tenders'),
      render: (row) => row.tenders.map(({ kind }) => tenderName(kind)).join(t('list.join')),
    },
    {
      key: 'points',
      title: t('points'),
      align: 'right',
      render: (row) =>
        row.memberId === null ? (
          <Nothing />
        ) : (
          <Units count={sign(row) * (row.points.earned - row.points.spent)} signed />
        ),
    },
    {
      key: 'growth',
      title: t('growth'),
      align: 'right',
      render: (row) => (row.memberId === null ? <Nothing /> : <Units count={sign(row) * row.growth.earned} signed />),
      shown: false,
    },
    { key: 'number', title: t('field.number'), render: (row) => row.number ?? <Nothing />, shown: false },
    { key: 'businessOn', title: t('field.businessOn'), render: (row) => <Day value={row.businessOn} />, shown: false },
    { key: 'origin', title: t('field.origin'), render: (row) => t(`origin.${row.origin}`), shown: false },
  ]
}
