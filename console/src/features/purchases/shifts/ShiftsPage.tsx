import { Tag } from 'antd'
import { api, ask, type QueryOf } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { LinkButton } from '../../../parts/LinkButton.tsx'
import { ListExport } from '../../../parts/ListExport.tsx'
import { ListPage } from '../../../parts/ListPage.tsx'
import type { Chosen, Filter } from '../../../parts/list-state.ts'
import { Moment, Nothing } from '../../../parts/Moment.tsx'
import { Money } from '../../../parts/Money.tsx'
import type { Column } from '../../../parts/RowTable.tsx'
import { useMay, useSession } from '../../../parts/session.ts'
import { tenderOrder, useTenderName } from '../names.ts'
import type { Shift } from '../shapes.ts'
import { useWords } from '../words.ts'
import { Difference, useTillOf } from './Difference.tsx'

/** Every shift within the person's reach, the latest first: who, how much cash there should be, how much there was. */
export default function ShiftsPage() {
  const t = useWords()
  const mayWork = useMay('shifts.work')
  return (
    <ListPage<Shift>
      name="shifts"
      title={t('shift.title')}
      lead={t('shift.lead')}
      columns={useColumns()}
      filters={useShiftFilters()}
      rowKey={(row) => row.id}
      to={(row) => `/shifts/${row.id}`}
      read={({ filters, cursor, limit }) => {
        const query: QueryOf<'get', '/v1/shifts'> = { ...wantedOf(filters), cursor, limit }
        return ask(api.GET('/v1/shifts', { params: { query } }))
      }}
      exporter={(shown) => <ListExport list="shifts" what={t('shift.title')} filters={wantedOf(shown)} />}
      empty={
        <EmptyState
          title={t('shift.empty')}
          text={t('shift.emptyHint')}
          action={
            mayWork && (
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

const wantedKeys = ['storeId', 'state', 'from', 'to'] as const

/** The filters as the list and its export take them. */
const wantedOf = (shown: Chosen): Record<string, string> =>
  Object.fromEntries(wantedKeys.flatMap((key) => (shown[key]?.[0] ? [[key, shown[key][0]]] : [])))

const states = ['open', 'closed', 'uneven'] as const

function useShiftFilters(): Filter[] {
  const t = useWords()
  const { stores } = useSession()
  const ofStore: Filter = {
    key: 'storeId',
    label: t('field.store'),
    kind: 'choice',
    width: 200,
    options: stores.map((store) => ({ value: store.id, label: store.name })),
  }
  return [
    ...(stores.length > 1 ? [ofStore] : []),
    {
      key: 'state',
      label: t('shift.state'),
      kind: 'choice',
      width: 160,
      options: states.map((value) => ({ value, label: t(`shift.state.${value}`) })),
    },
    { key: 'from', label: t('from'), kind: 'day', width: 144 },
    { key: 'to', label: t('to'), kind: 'day', width: 144 },
  ]
}

function useColumns(): Column<Shift>[] {
  const t = useWords()
  const tenderName = useTenderName()
  const tillOf = useTillOf()
  const money = (key: string, title: string, amountOf: (row: Shift) => number | null, shown = true): Column<Shift> => ({
    key,
    title,
    align: 'right',
    shown,
    render: (row) => {
      const minor = amountOf(row)
      return minor === null ? <Nothing /> : <Money minor={minor} currency={row.currency} />
    },
  })
  return [
    { key: 'openedAt', title: t('shift.openedAt'), render: (row) => <Moment value={row.openedAt} />, always: true },
    {
      key: 'closedAt',
      title: t('shift.closedAt'),
      render: (row) =>
        row.closedAt ? <Moment value={row.closedAt} /> : <Tag color="processing">{t('shift.state.open')}</Tag>,
    },
    { key: 'store', title: t('field.store'), render: (row) => row.storeName },
    { key: 'till', title: t('field.till'), render: tillOf },
    { key: 'person', title: t('shift.person'), render: (row) => row.personName ?? <Nothing /> },
    money('opening', t('shift.opening'), (row) => row.opening),
    money('expected', t('shift.expected'), (row) => row.expected),
    money('counted', t('shift.counted'), (row) => row.counted),
    {
      key: 'difference',
      title: t('shift.difference'),
      align: 'right',
      render: (row) => <Difference shift={row} />,
    },
    ...tenderOrder.map((kind) =>
      money(kind, t('shift.took', { tender: tenderName(kind) }), (row) => netOf(row, kind), false),
    ),
  ]
}

function netOf({ tenders }: Shift, kind: string): number {
  const one = tenders.find((tender) => tender.kind === kind)
  return one ? one.sold - one.returned : 0
}
