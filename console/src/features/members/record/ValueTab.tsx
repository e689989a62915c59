import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { Figure } from '../../../parts/Figure.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { Day, Moment, Nothing } from '../../../parts/Moment.tsx'
import { Money, Units } from '../../../parts/Money.tsx'
import { useStoreName } from '../../../parts/programme.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { useMay } from '../../../parts/session.ts'
import { balancesQuery, topUpsQuery } from '../queries.ts'
import type { Lot, Statement, TopUp } from '../shapes.ts'
import { useTenderName } from '../tenders.ts'
import { inOrder, kindOfUnit, useUnits } from '../units.ts'
import { useWords } from '../words.ts'

/** What the member has: balances by unit, each lot with its last day, what is owed, and what is left of each top-up. */
export function ValueTab({ memberId }: { memberId: string }) {
  const t = useWords()
  const { data, error, refetch } = useQuery(balancesQuery(memberId))
  const points = data?.lots.filter((lot) => lot.unit === 'points' && lot.state !== 'debt')
  return (
    <>
      <Balances memberId={memberId} statement={data} failed={Boolean(error)} retry={() => void refetch()} />
      <RefusalAlert failure={error} />
      {data && data.balances.length === 0 && <EmptyState title={t('value.empty')} text={t('value.emptyText')} />}
      {points && points.length > 0 && <Lots lots={points} />}
      {data && <TopUps memberId={memberId} lots={data.lots} />}
    </>
  )
}

function Balances({
  memberId,
  statement,
  failed,
  retry,
}: {
  memberId: string
  statement: Statement | undefined
  failed: boolean
  retry: () => void
}) {
  const t = useWords()
  const units = useUnits()
  const { number } = useFormats()
  if (!statement && !failed)
    return <Figure label={t('unit.points')} definition={t('define.points')} value={undefined} />
  const balances = inOrder(statement?.balances ?? [])
  if (failed)
    return <Figure label={t('unit.points')} definition={t('define.points')} value={undefined} failed retry={retry} />
  return (
    <div className="ck-figure-row">
      {balances.map(({ unit, shown, debt, pending, held }) => (
        <Figure
          key={unit}
          label={units.nameOf(unit)}
          definition={t(`define.${kindOfUnit(unit)}` as 'define.points')}
          value={units.plain(unit, shown)}
          to={`/members/${memberId}`}
          search={{ tab: 'statement', unit }}
          {...(statement ? { computedAt: statement.asOf } : {})}
          note={[
            ...(debt > 0 ? [t('value.debt', { shown: number(debt) })] : []),
            ...(pending > 0 ? [t('value.pending', { shown: number(pending) })] : []),
            ...(held > 0 ? [t('value.held', { shown: number(held) })] : []),
          ].join(t('list.join'))}
        />
      ))}
    </div>
  )
}

function Lots({ lots }: { lots: Lot[] }) {
  const t = useWords()
  const columns: Column<Lot>[] = [
    {
      key: 'endsOn',
      title: t('lot.endsOn'),
      render: (lot) => (lot.endsOn ? <Day value={lot.endsOn} /> : t('lot.never')),
    },
    { key: 'balance', title: t('lot.left'), align: 'right', render: (lot) => <Units count={lot.balance} /> },
    { key: 'state', title: t('field.status'), render: (lot) => t(`lotState.${lot.state}`) },
  ]
  const sorted = [...lots].sort((a, b) => (a.endsOn ?? '9999').localeCompare(b.endsOn ?? '9999'))
  return (
    <section className="ck-part ck-slim">
      <h2>{t('lot.title')}</h2>
      <p className="ck-quiet">{t('lot.order')}</p>
      <RowTable
        label={t('lot.title')}
        columns={columns}
        rows={sorted}
        rowKey={(lot) => `${lot.state} ${lot.endsOn} ${lot.lot}`}
      />
    </section>
  )
}

/** What is left of one top-up, or of stored money that came another way, such as an opening balance. */
interface Left {
  id: string
  topup: TopUp | undefined
  currency: string
  principalLeft: number
  bonusLeft: number
}

/** The stored money of every lot, the newest first; each lot is a pair of principal and bonus. */
function storedOf(lots: Lot[], topups: TopUp[]): Left[] {
  const rows = new Map<string, Left>()
  for (const topup of topups)
    rows.set(topup.id, { id: topup.id, topup, currency: topup.currency, principalLeft: 0, bonusLeft: 0 })
  for (const { unit, lot, balance } of lots) {
    const [kind, currency] = unit.split('.')
    if (!currency) continue
    const row = rows.get(lot) ?? { id: lot, topup: undefined, currency, principalLeft: 0, bonusLeft: 0 }
    if (kind === 'principal') row.principalLeft += balance
    else row.bonusLeft += balance
    rows.set(lot, row)
  }
  return [...rows.values()]
}

/** Each top-up is a lot pair of its own: principal and bonus, and what of each is left. */
function TopUps({ memberId, lots }: { memberId: string; lots: Lot[] }) {
  const t = useWords()
  const may = useMay('wallets.read')
  const columns = useTopUpColumns()
  const { data, error, refetch } = useQuery({ ...topUpsQuery(memberId), enabled: may })
  const rows = data && storedOf(lots, data.items)
  if (!may || rows?.length === 0) return null
  return (
    <section className="ck-part">
      <h2>{t('topup.title')}</h2>
      <p className="ck-quiet">{t('topup.order')}</p>
      <RefusalAlert failure={error} retry={() => void refetch()} />
      {!error && (
        <RowTable label={t('topup.title')} columns={columns} rows={rows} rowKey={(row) => row.id} waiting={2} />
      )}
    </section>
  )
}

function useTopUpColumns(): Column<Left>[] {
  const t = useWords()
  const storeName = useStoreName()
  const tenderName = useTenderName()
  const told = (row: Left, show: (topup: TopUp) => ReactNode) => (row.topup ? show(row.topup) : <Nothing />)
  const paid = (key: 'principal' | 'bonus', title: string): Column<Left> => ({
    key,
    title,
    align: 'right',
    render: (row) => told(row, (topup) => <Money minor={topup[key]} currency={row.currency} />),
  })
  const left = (key: 'principalLeft' | 'bonusLeft', title: string): Column<Left> => ({
    key,
    title,
    align: 'right',
    render: (row) => <Money minor={row[key]} currency={row.currency} />,
  })
  return [
    {
      key: 'occurredAt',
      title: t('topup.at'),
      render: (row) => (row.topup ? <Moment value={row.topup.occurredAt} /> : t('topup.otherwise')),
    },
    {
      key: 'receipt',
      title: t('topup.receipt'),
      render: (row) => told(row, ({ receipt }) => <span className="ck-code">{receipt}</span>),
    },
    {
      key: 'store',
      title: t('field.store'),
      render: (row) => told(row, ({ storeId }) => storeName(storeId) ?? <Nothing />),
    },
    { key: 'tender', title: t('field.tender'), render: (row) => told(row, ({ tender }) => tenderName(tender)) },
    paid('principal', t('topup.principal')),
    paid('bonus', t('topup.bonus')),
    left('principalLeft', t('topup.principalLeft')),
    left('bonusLeft', t('topup.bonusLeft')),
  ]
}
