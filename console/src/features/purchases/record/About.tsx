import type { ReactNode } from 'react'
import { useFormats } from '../../../parts/formats.ts'
import { Day, Moment, Nothing } from '../../../parts/Moment.tsx'
import { Money, Units } from '../../../parts/Money.tsx'
import { Facts } from '../../../parts/RecordHead.tsx'
import { useStaffName, useTenderName, useTillName } from '../names.ts'
import type { Purchase } from '../shapes.ts'
import { useWords } from '../words.ts'

/** How it was paid, what the member had afterwards, and where and by whom it was recorded. */
export function About({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  const { number } = useFormats()
  const tenderName = useTenderName()
  const staff = useStaffName(purchase.staffId)
  const till = useTillName(purchase.storeId, purchase.tillId)
  const { currency, wallet } = purchase
  const tenders: { label: string; value: ReactNode }[] = purchase.tenders.map((tender) => ({
    label: tenderName(tender.kind),
    value: (
      <>
        <Money minor={tender.amount} currency={currency} />
        {tender.points !== undefined && (
          <span className="ck-quiet">
            {' '}
            · {t('tender.asPoints', { count: tender.points, shown: number(tender.points) })}
          </span>
        )}
        {tender.note && <span className="ck-quiet"> · {tender.note}</span>}
      </>
    ),
  }))
  const after: { label: string; value: ReactNode }[] = [
    { label: t('points'), value: <Units count={purchase.points.balance} /> },
    { label: t('growth'), value: <Units count={purchase.growth.balance} /> },
    ...(wallet.principal + wallet.bonus > 0
      ? [
          { label: t('principal'), value: <Money minor={wallet.principal} currency={currency} /> },
          { label: t('bonus'), value: <Money minor={wallet.bonus} currency={currency} /> },
        ]
      : []),
  ]
  const record: { label: string; value: ReactNode }[] = [
    { label: t('field.businessOn'), value: <Day value={purchase.businessOn} /> },
    { label: t('field.postedAt'), value: <Moment value={purchase.postedAt} /> },
    { label: t('field.till'), value: till ?? <Nothing /> },
    { label: t('field.staff'), value: staff ?? <Nothing /> },
    { label: t('field.number'), value: purchase.number ?? <Nothing /> },
    { label: t('field.origin'), value: t(`origin.${purchase.origin}`) },
  ]
  return (
    <>
      <section className="ck-sheet">
        <h2>{t(purchase.kind === 'sale' ? 'tenders.paid' : 'tenders.back')}</h2>
        {tenders.length > 0 ? <Facts facts={tenders} /> : <p className="ck-quiet">{t('tenders.none')}</p>}
      </section>
      {purchase.memberId && purchase.origin !== 'history' && (
        <section className="ck-sheet">
          <h2>{t('after')}</h2>
          <Facts facts={after} />
        </section>
      )}
      <section className="ck-sheet">
        <h2>{t('record')}</h2>
        <Facts facts={record} />
      </section>
    </>
  )
}
