import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { notify } from '../../../parts/Notices.tsx'
import { useMay } from '../../../parts/session.ts'
import { balancesQuery } from '../queries.ts'
import type { Statement } from '../shapes.ts'
import { useUnits } from '../units.ts'
import { useWords } from '../words.ts'
import type { ActionProps } from './EditDrawer.tsx'

/** Closes a membership or opens it again. Before it does, it says what the member still has. */
export function StatusDrawer({ member, open, close, changed }: ActionProps) {
  const t = useWords()
  const required = useRequired()
  const client = useQueryClient()
  const mayValue = useMay('ledger.read')
  const closing = member.status === 'active'
  return (
    <FormDrawer<{ reason: string }, Statement | undefined>
      open={open}
      onClose={close}
      title={t(closing ? 'status.close' : 'status.reopen')}
      submitLabel={t(closing ? 'status.close' : 'status.reopen')}
      danger={closing}
      {...(closing
        ? {
            preview: {
              ask: async () =>
                mayValue ? client.fetchQuery({ ...balancesQuery(member.memberId), staleTime: 0 }) : undefined,
              show: (statement) => <Remaining statement={statement} />,
            },
          }
        : {})}
      submit={({ reason }) =>
        ask(
          api.POST('/v1/members/{id}/status', {
            params: { path: { id: member.memberId } },
            body: { status: closing ? 'closed' : 'active', reason },
          }),
        )
      }
      onDone={() => {
        close()
        changed()
        notify(t(closing ? 'status.closedNow' : 'status.reopenedNow'))
      }}
    >
      <p className="ck-form-lead">{t(closing ? 'status.closeText' : 'status.reopenText')}</p>
      <Form.Item name="reason" label={t('reason')} rules={required}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  )
}

function Remaining({ statement }: { statement: Statement | undefined }) {
  const t = useWords()
  const units = useUnits()
  const left = statement?.balances.filter(({ shown }) => shown !== 0) ?? []
  return (
    <>
      <p>{t('status.closeText')}</p>
      {left.length > 0 && (
        <>
          <p className="ck-form-lead">{t('status.remaining')}</p>
          <dl className="ck-before-after">
            {left.map(({ unit, shown }) => (
              <div key={unit} className="ck-contents">
                <dt>{units.nameOf(unit)}</dt>
                <dd className="ck-figures">{units.plain(unit, shown)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  )
}
