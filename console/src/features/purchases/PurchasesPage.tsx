import { Tag } from 'antd'
import { firstOf, useAddress } from '../../parts/address.ts'
import { api, ask, type QueryOf } from '../../parts/api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { ListExport } from '../../parts/ListExport.tsx'
import { ListPage } from '../../parts/ListPage.tsx'
import type { Chosen, Filter } from '../../parts/list-state.ts'
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
        const query: QueryOf<'get', '/v1/purchases'> = { ...wantedOf(filters), cursor, limit }
        return ask(api.GET('/v1/purchases', { params: { query } }))
      }}
      exporter={(shown) => <ListExport list="purchases" what={t('title')} filters={wantedOf(shown)} />}
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

const wantedKeys = ['receipt', 'storeId', 'kind', 'from', 'to', 'saleId', 'shiftId'] as const

/** The filters as the list and its export take them. */
const wantedOf = (shown: Chosen): Record<string, string> =>
  Object.fromEntries(wantedKeys.flatMap((key) => (shown[key]?.[0] ? [[key, shown[key][0]]] : [])))

/** Filters that only an address brings: the returns of a sale, the purchases of a shift. They are shown, and can be taken away. */
function useBroughtFilters(): Filter[] {
  const t = useWords()
  const [address] = useAddress()
  return (['saleId', 'shiftId'] as const).flatMap((key): Filter[] => {
    const value = firstOf(address[key])
    const label = t(`of.${key}`)
    return value ? [{ key, label, kind: 'choice', width: 140, options: [{ value, label }] }] : []
  })
}

function usePurchaseFilters(): Filter[] {
  const t = useWords()
  const { stores } = useSession()
  const brought = useBroughtFilters()
  return [
    ...brought,
    { key: 'receipt', label: t('field.receipt'), kind: 'text', width: 160 },
    ...(stores.length > 1
      ? [
          {
            key: 'storeId',
            label: t('field.store'),
            kind: 'choice' as const,
            width: 160,
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
    { key: 'member', title: t('member'), render: (row) => <MemberCell {...row} /> },
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
