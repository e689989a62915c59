import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AddressTabs } from '../../../parts/AddressTabs.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useMay } from '../../../parts/session.ts'
import { memberQuery } from '../queries.ts'
import type { Member } from '../shapes.ts'
import { useWords } from '../words.ts'
import { CardsTab } from './CardsTab.tsx'
import { ChangesTab } from './ChangesTab.tsx'
import { MemberHead } from './MemberHead.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { PurchasesTab } from './PurchasesTab.tsx'
import { StatementTab } from './StatementTab.tsx'
import { TiersTab } from './TiersTab.tsx'
import { ValueTab } from './ValueTab.tsx'
import '../members.css'

/** One member: who, which tier, what they have, what needs care; then everything that is known and was done. */
export default function MemberPage() {
  const { memberId = '' } = useParams({ strict: false }) as { memberId?: string }
  const client = useQueryClient()
  const query = useQuery(memberQuery(memberId))
  const changed = () => {
    void client.invalidateQueries({ queryKey: ['member', memberId] })
    void client.invalidateQueries({ queryKey: ['list', 'members'] })
  }
  return (
    <>
      <MemberHead memberId={memberId} member={query.data} failed={Boolean(query.error)} changed={changed} />
      <RefusalAlert failure={query.error} retry={() => void query.refetch()} />
      {query.data && <Tabs member={query.data} changed={changed} />}
    </>
  )
}

function Tabs({ member, changed }: { member: Member; changed: () => void }) {
  const t = useWords()
  const mayValue = useMay('ledger.read')
  const mayPurchases = useMay('purchases.read')
  const mayCards = useMay('cards.read')
  const mayAudit = useMay('audit.read')
  const { memberId } = member
  const tabs = [
    {
      key: 'overview',
      label: t('tab.overview'),
      children: <OverviewTab member={member} changed={changed} />,
      may: true,
    },
    { key: 'value', label: t('tab.value'), children: <ValueTab memberId={memberId} />, may: mayValue },
    { key: 'statement', label: t('tab.statement'), children: <StatementTab memberId={memberId} />, may: mayValue },
    { key: 'purchases', label: t('tab.purchases'), children: <PurchasesTab memberId={memberId} />, may: mayPurchases },
    { key: 'cards', label: t('tab.cards'), children: <CardsTab member={member} />, may: mayCards },
    { key: 'tiers', label: t('tab.tiers'), children: <TiersTab member={member} />, may: true },
    { key: 'changes', label: t('tab.changes'), children: <ChangesTab memberId={memberId} />, may: mayAudit },
  ]
  return <AddressTabs label={t('tab.label')} tabs={tabs.filter((tab) => tab.may)} />
}
