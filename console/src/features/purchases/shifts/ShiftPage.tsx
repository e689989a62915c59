import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { LinkButton } from '../../../parts/LinkButton.tsx'
import { Moment, Nothing } from '../../../parts/Moment.tsx'
import { Money, Units } from '../../../parts/Money.tsx'
import { RecordHead } from '../../../parts/RecordHead.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { useMay } from '../../../parts/session.ts'
import { tenderOrder, useTenderName } from '../names.ts'
import type { Shift } from '../shapes.ts'
import { useWords } from '../words.ts'
import { Difference, useTillOf } from './Difference.tsx'
import '../purchases.css'

/** One shift: what it took by tender, and how its cash came out. */
export default function ShiftPage() {
  const t = useWords()
  const tillOf = useTillOf()
  const mayRead = useMay('purchases.read')
  const { shiftId = '' } = useParams({ strict: false }) as { shiftId?: string }
  const { data, error, refetch } = useQuery({
    queryKey: ['shift', shiftId],
    queryFn: () => ask(api.GET('/v1/shifts/{id}/record', { params: { path: { id: shiftId } } })),
  })
  const running = data && !data.closedAt
  return (
    <>
      <RecordHead
        back={{ to: '/shifts', label: t('shift.title') }}
        tabTitle={t('shift.one')}
        title={error ? t('shift.one') : data && `${data.storeName} · ${tillOf(data)}`}
        marks={running && <Tag color="processing">{t('shift.state.open')}</Tag>}
        facts={useFacts(data)}
        actions={
          mayRead && data && <LinkButton to={`/purchases?shiftId=${data.id}`}>{t('shift.purchases')}</LinkButton>
        }
      />
      <RefusalAlert failure={error} retry={() => void refetch()} />
      {data && (
        <>
          <Tenders shift={data} />
          <Cash shift={data} />
        </>
      )}
    </>
  )
}

function useFacts(shift: Shift | undefined): { label: string; value: ReactNode }[] {
  const t = useWords()
  if (!shift) return []
  return [
    { label: t('shift.person'), value: shift.personName ?? <Nothing /> },
    { label: t('shift.openedAt'), value: <Moment value={shift.openedAt} /> },
    { label: t('shift.closedAt'), value: <Moment value={shift.closedAt} /> },
    { label: t('shift.difference'), value: <Difference shift={shift} /> },
  ]
}

type Tender = Shift['tenders'][number]

function Tenders({ shift }: { shift: Shift }) {
  const t = useWords()
  const tenderName = useTenderName()
  const { currency } = shift
  const tenders = [...shift.tenders].sort((a, b) => tenderOrder.indexOf(a.kind) - tenderOrder.indexOf(b.kind))
  const money = (key: string, title: string, amountOf: (one: Tender) => number): Column<Tender> => ({
    key,
    title,
    align: 'right',
    render: (one) => <Money minor={amountOf(one)} currency={currency} />,
  })
  const sum = (amountOf: (one: Tender) => number) => tenders.reduce((all, one) => all + amountOf(one), 0)
  const columns: Column<Tender>[] = [
    { key: 'kind', title: t('field.tenders'), render: (one) => tenderName(one.kind) },
    { key: 'count', title: t('shift.count'), align: 'right', render: (one) => <Units count={one.count} /> },
    money('sold', t('shift.sold'), (one) => one.sold),
    money('returned', t('shift.returned'), (one) => one.returned),
    money('net', t('shift.net'), (one) => one.sold - one.returned),
  ]
  return (
    <section className="ck-part">
      <h2>{t('shift.byTender')}</h2>
      {tenders.length === 0 ? (
        <p className="ck-quiet">{t('shift.nothing')}</p>
      ) : (
        <RowTable
          label={t('shift.byTender')}
          columns={columns}
          rows={tenders}
          rowKey={(one) => one.kind}
          foot={
            <tr>
              <td>{t('sum')}</td>
              <td data-align="right" />
              {[sum((one) => one.sold), sum((one) => one.returned), sum((one) => one.sold - one.returned)].map(
                (minor, at) => (
                  <td key={columns[at + 2]?.key} data-align="right">
                    <Money minor={minor} currency={currency} />
                  </td>
                ),
              )}
            </tr>
          }
        />
      )}
    </section>
  )
}

/** From the float to the cash counted, one line after the other. */
function Cash({ shift }: { shift: Shift }) {
  const t = useWords()
  const { currency, opening, expected, counted, tenders } = shift
  const cash = tenders.find(({ kind }) => kind === 'cash')
  const rows: [string, ReactNode][] = [
    [t('shift.opening'), <Money key="opening" minor={opening} currency={currency} />],
    [t('shift.cashIn'), <Money key="in" minor={cash?.sold ?? 0} currency={currency} signed />],
    [t('shift.cashOut'), <Money key="out" minor={0 - (cash?.returned ?? 0)} currency={currency} />],
    [t('shift.expected'), <Money key="expected" minor={expected} currency={currency} />],
    [
      t('shift.counted'),
      counted === null ? t('shift.notYet') : <Money key="counted" minor={counted} currency={currency} />,
    ],
    [t('shift.difference'), <Difference key="difference" shift={shift} />],
  ]
  return (
    <section className="ck-sheet ck-part">
      <h2>{t('shift.cash')}</h2>
      <dl className="ck-return-preview ck-shift-cash">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
