import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { ListExport } from '../../../parts/ListExport.tsx'
import { Day, Moment, Nothing } from '../../../parts/Moment.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { usePreferences } from '../../../parts/preferences.ts'
import { useStoreName } from '../../../parts/programme.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { useMay } from '../../../parts/session.ts'
import { cardsQuery } from '../queries.ts'
import type { Card, Member } from '../shapes.ts'
import { useWords } from '../words.ts'
import { IssueCardDrawer } from './IssueCardDrawer.tsx'

/** The member's cards: issued here, activated, closed for good. */
export function CardsTab({ member }: { member: Member }) {
  const t = useWords()
  const mayIssue = useMay('cards.issue') && member.status === 'active'
  const { data, error, refetch } = useQuery(cardsQuery(member.memberId))
  const [issuing, setIssuing] = useState(false)
  const [changing, setChanging] = useState<{ card: Card; status: 'active' | 'closed' }>()
  const columns = useColumns(mayIssue ? setChanging : undefined)
  const issue = mayIssue && (
    <Button type="primary" onClick={() => setIssuing(true)}>
      {t('card.issue')}
    </Button>
  )
  return (
    <>
      <RefusalAlert failure={error} retry={() => void refetch()} />
      {data?.items.length === 0 ? (
        <EmptyState title={t('card.empty')} text={t('card.emptyText')} action={issue} />
      ) : (
        !error && (
          <>
            <div className="ck-actions ck-tab-actions">
              <ListExport list="cards" what={t('tab.cards')} filters={{ memberId: member.memberId }} />
              {issue}
            </div>
            <RowTable
              label={t('tab.cards')}
              columns={columns}
              rows={data?.items}
              rowKey={(card) => card.cardId}
              waiting={2}
            />
          </>
        )
      )}
      <IssueCardDrawer member={member} open={issuing} close={() => setIssuing(false)} />
      <ChangeCardDrawer member={member} change={changing} close={() => setChanging(undefined)} />
    </>
  )
}

const colours = { issued: 'warning', active: 'success', closed: 'default' } as const

function useColumns(change: ((to: { card: Card; status: 'active' | 'closed' }) => void) | undefined): Column<Card>[] {
  const t = useWords()
  const { language } = usePreferences()
  const storeName = useStoreName()
  return [
    { key: 'type', title: t('card.type'), render: (card) => (language === 'zh' ? card.typeName : card.typeNameEn) },
    { key: 'medium', title: t('card.medium'), render: (card) => t(`medium.${card.medium}`) },
    { key: 'ending', title: t('card.ending'), render: (card) => <span className="ck-code">…{card.ending}</span> },
    { key: 'store', title: t('field.store'), render: (card) => storeName(card.storeId) ?? <Nothing /> },
    { key: 'issuedAt', title: t('card.issuedAt'), render: (card) => <Moment value={card.issuedAt} /> },
    {
      key: 'expiresOn',
      title: t('lot.endsOn'),
      render: (card) => (card.expiresOn ? <Day value={card.expiresOn} /> : t('lot.never')),
    },
    {
      key: 'status',
      title: t('field.status'),
      render: (card) => <Tag color={colours[card.status]}>{t(`cardStatus.${card.status}`)}</Tag>,
    },
    ...(change
      ? [
          {
            key: 'change',
            title: t('action'),
            render: (card: Card) => {
              if (card.status === 'closed') return null
              const status = card.status === 'issued' ? ('active' as const) : ('closed' as const)
              return (
                <Button
                  size="small"
                  danger={status === 'closed'}
                  onClick={() => change({ card, status })}
                  aria-label={t('card.changeOne', { what: t(`card.to.${status}`), ending: card.ending })}
                >
                  {t(`card.to.${status}`)}
                </Button>
              )
            },
          },
        ]
      : []),
  ]
}

interface ChangeCardProps {
  member: Member
  change: { card: Card; status: 'active' | 'closed' } | undefined
  close: () => void
}

function ChangeCardDrawer({ member, change, close }: ChangeCardProps) {
  const t = useWords()
  const required = useRequired()
  const client = useQueryClient()
  const closing = change?.status === 'closed'
  return (
    <FormDrawer<{ reason: string }>
      open={change !== undefined}
      onClose={close}
      title={change ? t('card.changeOne', { what: t(`card.to.${change.status}`), ending: change.card.ending }) : ''}
      submitLabel={change ? t(`card.to.${change.status}`) : ''}
      danger={closing}
      submit={async ({ reason }) =>
        change &&
        ask(
          api.POST('/v1/members/{id}/cards/{cardId}/status', {
            params: { path: { id: member.memberId, cardId: change.card.cardId } },
            body: { status: change.status, reason },
          }),
        )
      }
      onDone={() => {
        close()
        void client.invalidateQueries({ queryKey: ['member', member.memberId] })
        notify(t('saved'))
      }}
    >
      <p className="ck-form-lead">{closing ? t('card.closeText') : t('card.activateText')}</p>
      <Form.Item name="reason" label={t('reason')} rules={required}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  )
}
