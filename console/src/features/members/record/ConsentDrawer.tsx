import { Form, Input, Radio } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { notify } from '../../../parts/Notices.tsx'
import type { ConsentChannel, Member } from '../shapes.ts'
import { useWords } from '../words.ts'

interface ConsentDrawerProps {
  member: Member
  channel: ConsentChannel | undefined
  close: () => void
  changed: () => void
}

/** Writes down what a member decided about one channel, and where they said so. */
export function ConsentDrawer({ member, channel, close, changed }: ConsentDrawerProps) {
  const t = useWords()
  const required = useRequired()
  const now = member.consents.find((one) => one.channel === channel)?.given ?? false
  return (
    <FormDrawer<{ given: boolean; source: string }>
      open={channel !== undefined}
      onClose={close}
      title={channel ? t('consents.changeOne', { channel: t(`consent.${channel}`) }) : ''}
      initial={{ given: !now }}
      submit={async (values) =>
        channel &&
        ask(
          api.POST('/v1/members/{id}/consents', {
            params: { path: { id: member.memberId } },
            body: { channel, ...values },
          }),
        )
      }
      onDone={() => {
        close()
        changed()
        notify(t('saved'))
      }}
    >
      <Form.Item name="given" label={t('consents.decision')} rules={required}>
        <Radio.Group
          options={[
            { value: true, label: t('consents.given') },
            { value: false, label: t('consents.taken') },
          ]}
        />
      </Form.Item>
      <Form.Item name="source" label={t('consents.source')} extra={t('consents.sourceHint')} rules={required}>
        <Input maxLength={80} />
      </Form.Item>
    </FormDrawer>
  )
}
