import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { lazy, Suspense } from 'react'
import { firstOf, useAddress } from '../../../parts/address.ts'
import { api, ask } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { house, useFormats } from '../../../parts/formats.ts'
import { ListExport } from '../../../parts/ListExport.tsx'
import { useStoreName } from '../../../parts/programme.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useMay } from '../../../parts/session.ts'
import { Timeline, type TimelineEntry } from '../../../parts/Timeline.tsx'
import { adjustmentsQuery } from '../queries.ts'
import type { Adjustment, Entry, Statement } from '../shapes.ts'
import { inOrder, useUnits } from '../units.ts'
import { useWords } from '../words.ts'
import { endOfDay } from '../zones.ts'

const DayField = lazy(() => import('../../../parts/DayField.tsx'))

/** Every entry of the ledger, newest first; what one cause moved stands together and links to it. */
export function StatementTab({ memberId }: { memberId: string }) {
  const t = useWords()
  const [address] = useAddress()
  const unit = firstOf(address['unit'])
  const asOf = firstOf(address['asOf'])
  const query = useInfiniteQuery({
    queryKey: ['member', memberId, 'statement', unit, asOf],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const moment = asOf && endOfDay(house.get().zone, asOf)
      const asked = { unit, asOf: moment, cursor: pageParam, limit: 60 }
      return ask(api.GET('/v1/members/{id}/statement', { params: { path: { id: memberId }, query: asked } }))
    },
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const entries = query.data?.pages.flatMap((page) => page.items)
  const first = query.data?.pages[0]
  return (
    <>
      <Bar memberId={memberId} />
      <RefusalAlert failure={query.error} retry={() => void query.refetch()} />
      {first && <Sums statement={first} asOf={asOf} />}
      {!entries && !query.error && <Outline />}
      {entries?.length === 0 && (
        <EmptyState
          title={t('statement.empty')}
          text={asOf || unit ? t('statement.emptyFiltered') : t('value.emptyText')}
        />
      )}
      {entries && entries.length > 0 && <Entries memberId={memberId} entries={entries} />}
      {query.hasNextPage && (
        <p className="ck-more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('statement.more')}
          </Button>
        </p>
      )}
    </>
  )
}

function Outline() {
  return (
    <div className="ck-waiting" aria-hidden="true">
      {['90%', '84%', '88%', '62%'].map((width) => (
        <span key={width} className="ck-bone" style={{ width }} />
      ))}
    </div>
  )
}

function Bar({ memberId }: { memberId: string }) {
  const t = useWords()
  const [address, change] = useAddress()
  const { currency } = house.get()
  const units = ['points', 'growth', `principal.${currency}`, `bonus.${currency}`]
  const names = useUnits()
  const label = t('statement.asOf')
  return (
    <search className="ck-statement-bar">
      <Select
        aria-label={t('statement.unit')}
        placeholder={t('statement.unit')}
        allowClear
        style={{ width: 160 }}
        value={firstOf(address['unit']) ?? null}
        onChange={(unit: string | null | undefined) => change({ unit: unit ?? undefined })}
        options={units.map((unit) => ({ value: unit, label: names.nameOf(unit) }))}
      />
      <Suspense fallback={<Input disabled placeholder={label} style={{ width: 176 }} />}>
        <DayField
          value={firstOf(address['asOf'])}
          onChange={(asOf) => change({ asOf })}
          label={label}
          style={{ width: 176 }}
        />
      </Suspense>
      <ListExport
        list="transfers"
        what={t('tab.statement')}
        filters={{ memberId, unit: firstOf(address['unit']), to: firstOf(address['asOf']) }}
      />
    </search>
  )
}

function Sums({ statement, asOf }: { statement: Statement; asOf: string | undefined }) {
  const t = useWords()
  const units = useUnits()
  const { day } = useFormats()
  if (statement.balances.length === 0) return null
  return (
    <p className="ck-statement-sums">
      <span>{asOf ? t('statement.balancesOf', { day: day(asOf) }) : t('statement.balances')}</span>
      {inOrder(statement.balances).map(({ unit, shown }) => (
        <span key={unit}>
          {units.nameOf(unit)} <strong className="ck-figures">{units.plain(unit, shown)}</strong>
        </span>
      ))}
    </p>
  )
}

const causes = new Set(['sale', 'return', 'unlinked', 'topup', 'adjust', 'opening', 'import', 'undo', 'expiry'])
const purchases = new Set(['sale', 'return', 'unlinked'])

function Entries({ memberId, entries }: { memberId: string; entries: Entry[] }) {
  const t = useWords()
  const units = useUnits()
  const storeName = useStoreName()
  const mayImport = useMay('imports.run')
  const adjustments = useQuery(adjustmentsQuery(memberId)).data?.items
  const { number } = useFormats()
  const debtText = (debt: number) =>
    debt === 0
      ? undefined
      : t(debt > 0 ? 'statement.becameDebt' : 'statement.paidDebt', { shown: number(Math.abs(debt)) })
  const rows = byCause(entries).map(({ cause, moved, debt }): TimelineEntry => {
    const { causeKind, causeId, occurredAt, storeId } = cause
    const adjustment = adjustments?.find((one) => one.id === causeId)
    return {
      key: cause.id,
      moment: occurredAt,
      title: causes.has(causeKind) ? t(`cause.${causeKind}` as 'cause.sale') : causeKind,
      ...(purchases.has(causeKind) ? { to: `/purchases/${causeId}` } : {}),
      ...(causeKind === 'undo' && mayImport ? { to: `/imports/${causeId}` } : {}),
      ...(causeKind === 'topup' ? { to: `/members/${memberId}?tab=value` } : {}),
      change: (
        <span className="ck-changes">
          {inOrder(moved).map(({ unit, amount }) => (
            <span key={unit} className={amount < 0 ? 'ck-out' : undefined}>
              {units.nameOf(unit)} {units.signed(unit, amount)}
            </span>
          ))}
        </span>
      ),
      ...detailOf(adjustment, [storeName(storeId), debtText(debt)]),
    }
  })
  return (
    <section className="ck-sheet ck-story" aria-labelledby="statement">
      <h2 id="statement" className="ck-unseen">
        {t('tab.statement')}
      </h2>
      <Timeline entries={rows} />
    </section>
  )
}

function detailOf(adjustment: Adjustment | undefined, words: (string | undefined)[]) {
  const detail = [adjustment?.reason, adjustment?.staff, ...words].filter(Boolean).join(' · ')
  return detail ? { detail } : {}
}

interface Group {
  cause: Entry
  moved: { unit: string; amount: number }[]
  /** What of it became debt, or, below zero, paid debt back. */
  debt: number
}

/** A sale that is paid from three lots and earns twice is one thing that happened: its entries stand together, summed by unit. */
function byCause(entries: Entry[]): Group[] {
  const groups: Group[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    const group = last?.cause.causeId === entry.causeId ? last : { cause: entry, moved: [], debt: 0 }
    if (group !== last) groups.push(group)
    const same = group.moved.find((one) => one.unit === entry.unit)
    if (same) same.amount += entry.amount
    else group.moved.push({ unit: entry.unit, amount: entry.amount })
    if (entry.state === 'debt') group.debt -= entry.amount
  }
  return groups
}
