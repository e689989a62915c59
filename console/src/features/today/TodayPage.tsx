import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { house, useFormats } from '../../parts/formats.ts'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RefusalAlert } from '../../parts/RefusalAlert.tsx'
import { useMay } from '../../parts/session.ts'
import { todayQuery } from './queries.ts'
import { StoresTable } from './StoresTable.tsx'
import type { StoreToday, Today } from './shapes.ts'
import { ToDo } from './ToDo.tsx'
import { useWords } from './words.ts'
import './today.css'

/** The day so far: what was taken, who joined, and what waits for somebody. */
export default function TodayPage() {
  const t = useWords()
  const { day } = useFormats()
  const mayPurchases = useMay('purchases.read')
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: house.get().zone }).format(new Date())
  return (
    <>
      <PageHead title={t('title')} lead={day(today)} />
      {mayPurchases && <Figures />}
      <ToDo />
      {!mayPurchases && <EmptyState title={t('empty.title')} text={t('empty.text')} />}
    </>
  )
}

function Figures() {
  const t = useWords()
  const query = useQuery(todayQuery)
  const { data } = query
  const failed = query.isError
  return (
    <>
      {data?.stores.length === 0 && <First />}
      <FigureRow today={data} failed={failed} retry={() => void query.refetch()} />
      <section className="ck-part">
        <h2>{t('stores.title')}</h2>
        <RefusalAlert failure={query.error} retry={() => void query.refetch()} />
        {!failed && <StoresTable today={data} />}
      </section>
    </>
  )
}

/** Before the first sale of the day the page says where to begin. */
function First() {
  const t = useWords()
  const maySell = useMay('purchases.record')
  return (
    <div className="ck-first">
      <span>{t('nothingYet')}</span>
      {maySell && <LinkButton to="/counter">{t('toCounter')}</LinkButton>}
    </div>
  )
}

interface FigureRowProps {
  today: Today | undefined
  failed: boolean
  retry: () => void
}

function FigureRow({ today, failed, retry }: FigureRowProps) {
  const t = useWords()
  const { money, number, percent } = useFormats()
  const stores = today?.stores ?? []
  const add = (pick: (store: StoreToday) => number) => stores.reduce((sum, store) => sum + pick(store), 0)
  const sales = add((store) => store.sales)
  const unlinked = add((store) => store.unlinked)
  const days = stores.map((store) => store.businessOn).sort()
  const rows = { ...(days[0] ? { from: days[0], to: days.at(-1) ?? days[0] } : {}) }
  const shared = { failed, retry, ...(today ? { computedAt: today.computedAt } : {}) }
  const when = <T,>(value: T) => (today ? value : undefined)
  const members = today?.newMembers
  return (
    <div className="ck-figure-row">
      <Figure
        {...shared}
        label={t('takings')}
        definition={t('takings.definition')}
        value={when(takingsOf(stores, money) ?? t('tooLarge'))}
        to="/purchases"
        search={rows}
      />
      <Figure
        {...shared}
        label={t('sales')}
        definition={t('sales.definition')}
        value={when(number(sales))}
        to="/purchases"
        search={{ ...rows, kind: 'sale' }}
      />
      <Figure
        {...shared}
        label={t('share')}
        definition={t('share.definition')}
        value={when(sales === 0 ? '–' : percent(add((store) => store.toMembers) / sales))}
        note={
          today && sales > 0 && t('share.note', { of: number(add((store) => store.toMembers)), all: number(sales) })
        }
        to="/purchases"
        search={{ ...rows, kind: 'sale' }}
      />
      <Figure
        {...shared}
        label={t('returns')}
        definition={t('returns.definition')}
        value={when(number(add((store) => store.returns)))}
        to="/purchases"
        search={{ ...rows, kind: 'return' }}
        note={
          unlinked > 0 && (
            <Link to="/purchases" search={{ ...rows, kind: 'unlinked' } as never}>
              {t('returns.unlinked', { count: unlinked, shown: number(unlinked) })}
            </Link>
          )
        }
      />
      {members !== null && (
        <Figure
          {...shared}
          label={t('joined')}
          definition={t('joined.definition')}
          value={members && number(members.count)}
          to="/members"
          {...(members ? { search: { joinedFrom: members.joinedOn, joinedTo: members.joinedOn } } : {})}
        />
      )}
    </div>
  )
}

/** Stores of several currencies are never added up; undefined when a sum is too large to be exact. */
function takingsOf(stores: StoreToday[], money: (minor: number, currency?: string) => string): string | undefined {
  const sums = new Map<string, number>()
  for (const { currency, takings } of stores) sums.set(currency, (sums.get(currency) ?? 0) + (takings ?? Number.NaN))
  if ([...sums.values()].some((sum) => !Number.isSafeInteger(sum))) return undefined
  if (sums.size === 0) return money(0)
  return [...sums].map(([currency, minor]) => money(minor, currency)).join(' + ')
}
