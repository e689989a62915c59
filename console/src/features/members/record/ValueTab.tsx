import { useQuery } from '@tanstack/react-query'
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

interface Left extends TopUp {
  principalLeft: number
  bonusLeft: number
}

/** Each top-up is a lot pair of its own: principal and bonus, and what of each is left. */
function TopUps({ memberId, lots }: { memberId: string; lots: Lot[] }) {
  const t = useWords()
  const may = useMay('wallets.read')
  const storeName = useStoreName()
  const tenderName = useTenderName()
  const { data, error, refetch } = useQuery({ ...topUpsQuery(memberId), enabled: may })
  if (!may || data?.items.length === 0) return null
  const left = (topup: TopUp, kind: string) =>
    lots
      .filter((lot) => lot.lot === topup.id && lot.unit === `${kind}.${topup.currency}`)
      .reduce((sum, lot) => sum + lot.balance, 0)
  const rows = data?.items.map(
    (topup): Left => ({ ...topup, principalLeft: left(topup, 'principal'), bonusLeft: left(topup, 'bonus') }),
  )
  const money = (key: 'principal' | 'bonus' | 'principalLeft' | 'bonusLeft', title: string): Column<Left> => ({
    key,
    title,
    align: 'right',
    render: (row) => <Money minor={row[key]} currency={row.currency} />,
  })
  const columns: Column<Left>[] = [
    { key: 'occurredAt', title: t('topup.at'), render: (row) => <Moment value={row.occurredAt} /> },
    { key: 'receipt', title: t('topup.receipt'), render: (row) => <span className="ck-code">{row.receipt}</span> },
    { key: 'store', title: t('field.store'), render: (row) => storeName(row.storeId) ?? <Nothing /> },
    { key: 'tender', title: t('field.tender'), render: (row) => tenderName(row.tender) },
    money('principal', t('topup.principal')),
    money('bonus', t('topup.bonus')),
    money('principalLeft', t('topup.principalLeft')),
    money('bonusLeft', t('topup.bonusLeft')),
  ]
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
