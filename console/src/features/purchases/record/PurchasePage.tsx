import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { useFormats } from '../../../parts/formats.ts'
import { Moment } from '../../../parts/Moment.tsx'
import { Money, Units } from '../../../parts/Money.tsx'
import { useOwnLanguage } from '../../../parts/programme.ts'
import { RecordHead } from '../../../parts/RecordHead.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useMay } from '../../../parts/session.ts'
import { MemberCell } from '../MemberCell.tsx'
import { leftOf, type Purchase } from '../shapes.ts'
import { useWords } from '../words.ts'
import { About } from './About.tsx'
import { Explanation } from './Explanation.tsx'
import { LinesTable } from './LinesTable.tsx'
import { Related } from './Related.tsx'
import { ReturnDrawer } from './ReturnDrawer.tsx'
import '../purchases.css'

/** One purchase: what was bought, what it gave and why, what came back of it. */
export default function PurchasePage() {
  const t = useWords()
  const { purchaseId = '' } = useParams({ strict: false }) as { purchaseId?: string }
  const client = useQueryClient()
  const [returning, setReturning] = useState(false)
  const mayReturn = useMay('purchases.return')
  const query = useQuery({
    queryKey: ['purchase', purchaseId],
    queryFn: () => ask(api.GET('/v1/purchases/{id}', { params: { path: { id: purchaseId } } })),
  })
  const purchase = query.data
  const returnable = purchase?.kind === 'sale' && purchase.lines.some((line) => leftOf(line) > 0)
  return (
    <>
      <RecordHead
        back={{ to: '/purchases', label: t('title') }}
        tabTitle={t('tabTitle', { receipt: purchase?.receipt ?? '' })}
        title={
          query.error ? t('tabTitle', { receipt: '' }) : purchase && <span className="ck-code">{purchase.receipt}</span>
        }
        marks={purchase && <Marks purchase={purchase} />}
        facts={useHeadFacts(purchase)}
        care={purchase && <Sentences purchase={purchase} />}
        actions={
          returnable &&
          mayReturn && (
            <Button type="primary" onClick={() => setReturning(true)}>
              {t('return.do')}
            </Button>
          )
        }
      />
      <RefusalAlert failure={query.error} retry={() => void query.refetch()} />
      {purchase && (
        <>
          <LinesTable purchase={purchase} />
          <Explanation purchase={purchase} />
          <div className="ck-part">
            <Related purchase={purchase} />
            <About purchase={purchase} />
          </div>
          <ReturnDrawer
            sale={purchase}
            open={returning}
            close={() => setReturning(false)}
            changed={() => {
              void client.invalidateQueries({ queryKey: ['purchase'] })
              void client.invalidateQueries({ queryKey: ['list', 'purchases'] })
              void client.invalidateQueries({ queryKey: ['member', purchase.memberId] })
            }}
          />
        </>
      )}
    </>
  )
}

function Marks({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  const back = purchase.lines.reduce((sum, line) => sum + line.returned, 0)
  const all = purchase.lines.every((line) => leftOf(line) === 0)
  return (
    <>
      <Tag color={purchase.kind === 'sale' ? 'processing' : 'warning'}>{t(`kind.${purchase.kind}`)}</Tag>
      {purchase.kind === 'sale' && back > 0 && <Tag color="warning">{t(all ? 'returned.all' : 'returned.some')}</Tag>}
      {purchase.origin !== 'till' && <Tag>{t(`origin.${purchase.origin}`)}</Tag>}
    </>
  )
}

function useHeadFacts(purchase: Purchase | undefined): { label: string; value: ReactNode }[] {
  const t = useWords()
  const { number } = useFormats()
  if (!purchase) return []
  const sale = purchase.kind === 'sale'
  const { points, growth } = purchase
  return [
    {
      label: t(sale ? 'field.paid' : 'field.back'),
      value: <Money minor={purchase.total} currency={purchase.currency} />,
    },
    { label: t('member'), value: <MemberCell {...purchase} /> },
    ...(purchase.memberId
      ? [
          {
            label: t('points'),
            value: (
              <>
                <Units count={sale ? points.earned : -points.earned} signed />
                {points.spent > 0 && (
                  <small>
                    {t(sale ? 'points.spent' : 'points.givenBack', {
                      count: points.spent,
                      shown: number(points.spent),
                    })}
                  </small>
                )}
              </>
            ),
          },
          { label: t('growth'), value: <Units count={sale ? growth.earned : -growth.earned} signed /> },
        ]
      : []),
    { label: t('field.at'), value: <Moment value={purchase.occurredAt} /> },
    { label: t('field.store'), value: purchase.storeName },
  ]
}

/** What the receipt says besides figures: the tier that changed, the limit, the debt, what is next and what ends soonest. */
function Sentences({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  const say = useOwnLanguage()
  const { number, day } = useFormats()
  const { explained, tier, kind } = purchase
  const lines: string[] = []
  if (explained.tiers && tier.after !== tier.before) {
    const names = { before: say(explained.tiers.before), after: say(explained.tiers.after) }
    lines.push(t(tier.after > tier.before ? 'say.raised' : 'say.lowered', names))
  }
  if (explained.capped > 0) lines.push(t('say.capped', { count: explained.capped, shown: number(explained.capped) }))
  if (explained.debt > 0) lines.push(t('say.debt', { count: explained.debt, shown: number(explained.debt) }))
  if (explained.endsOn && kind === 'sale') lines.push(t('say.endsOn', { day: day(explained.endsOn) }))
  if (explained.next && explained.next.missing > 0)
    lines.push(
      t('say.next', {
        count: explained.next.missing,
        shown: number(explained.next.missing),
        tier: say(explained.next.name),
      }),
    )
  if (explained.reason) lines.push(t('say.reason', { reason: explained.reason }))
  if (lines.length === 0) return null
  return (
    <ul className="ck-say">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
