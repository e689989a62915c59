import { useState } from 'react'
import { usePageTitle } from '../../parts/PageHead.tsx'
import { useSession } from '../../parts/session.ts'
import { Basket } from './Basket.tsx'
import { CounterHead } from './CounterHead.tsx'
import './counter.css'
import { CounterContext, useCounter, useCounterValue, useMayOpen } from './counter.ts'
import { openDesk } from './desk.ts'
import { EntryField } from './entry/EntryField.tsx'
import { useHotkeys, useLatest, useScanCatcher } from './keys.ts'
import { MemberPanel } from './member/MemberPanel.tsx'
import { NewMemberDrawer } from './member/NewMemberDrawer.tsx'
import { TopUpDrawer } from './member/TopUpDrawer.tsx'
import { PlaceGate } from './PlaceGate.tsx'
import { PayPanel } from './pay/PayPanel.tsx'
import { useTakeTender } from './pay/TenderButton.tsx'
import { ReceiptView } from './receipt/ReceiptView.tsx'
import { usePrint } from './receipt/use-print.tsx'
import { ReturnDrawer } from './returns/ReturnDrawer.tsx'
import { ShiftDrawer } from './ShiftDrawer.tsx'
import { type Here, useHere } from './use-here.ts'
import { useWords } from './words.ts'

/** The counter: member, basket, what it comes to, tenders, receipt; for a cashier with a queue, a keyboard and a scanner. */
export default function CounterPage() {
  const t = useWords()
  const { person } = useSession()
  useState(() => openDesk(person.id))
  usePageTitle(t('title'))
  const { here, missing, tills, failure } = useHere()
  if (!here) return <PlaceGate missing={missing} tills={tills} failure={failure} />
  return <Counter key={`${here.storeId} ${here.till?.id}`} here={here} />
}

function Counter({ here }: { here: Here }) {
  const counter = useCounterValue(here)
  const { receipt } = counter.desk
  useScanCatcher()
  return (
    <CounterContext value={counter}>
      <Keys />
      <div className="ck-counter" data-receipt={receipt ? true : undefined}>
        <CounterHead />
        <div className="ck-counter-main">
          <EntryField />
          {receipt ? <ReceiptView receipt={receipt} /> : <Basket />}
        </div>
        {!receipt && (
          <div className="ck-counter-side">
            <MemberPanel />
            <PayPanel />
          </div>
        )}
      </div>
      <NewMemberDrawer />
      <TopUpDrawer />
      <ReturnDrawer />
      <ShiftDrawer />
    </CounterContext>
  )
}

/** The keys of the counter, which are heard wherever the focus is. */
function Keys() {
  const { open, clear, entry, online } = useCounter()
  const take = useLatest(useTakeTender())
  const may = useMayOpen()
  const print = usePrint()
  useHotkeys({
    tender: (kind) => (entry.waiting > 0 && online ? entry.after(() => take(kind)) : take(kind)),
    act: (action) => {
      if (action === 'clear') return clear()
      if (action === 'print') print()
      else if (may[action]) open(action, entry.said?.kind === 'nobody' ? entry.said.phone : '')
    },
  })
  return null
}
