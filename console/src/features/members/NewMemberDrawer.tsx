import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Collapse, Form, Select } from 'antd'
import { api, ask, told } from '../../parts/api.ts'
import { FormDrawer } from '../../parts/FormDrawer.tsx'
import { notify } from '../../parts/Notices.tsx'
import { usePlace } from '../../parts/place.ts'
import { usePreferences } from '../../parts/preferences.ts'
import { FirstFields, FurtherFields, OwnFields } from './ArchiveFields.tsx'
import { type ArchiveValues, newMemberOf } from './archive-values.ts'
import { channels } from './shapes.ts'
import { useWords } from './words.ts'

/** Takes a new member in and opens the record. */
export function NewMemberDrawer({ open, close }: { open: boolean; close: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { storeId } = usePlace()
  const { language } = usePreferences()
  const done = ({ memberId, number }: { memberId: string; number: string }) => {
    close()
    notify(t('new.done', { number }))
    void client.invalidateQueries({ queryKey: ['list', 'members'] })
    void navigate({ to: `/members/${memberId}` })
  }
  return (
    <FormDrawer<ArchiveValues, undefined, { memberId: string; number: string }>
      open={open}
      onClose={close}
      title={t('new.title')}
      width={560}
      initial={{ kind: 'person', language, channel: 'store', ...(storeId ? { homeStore: storeId } : {}) }}
      submit={(values, key) =>
        ask(api.POST('/v1/members', { params: { header: told(key) }, body: newMemberOf(values, t('new.source')) }))
      }
      submitLabel={t('new.submit')}
      onDone={done}
    >
      <FirstFields />
      <OwnFields />
      <Form.Item name="tags" label={t('field.tags')} extra={t('tags.hint')}>
        <Select mode="tags" tokenSeparators={[',', '，', ' ']} open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="consents" label={t('consents.title')} extra={t('consents.newHint')}>
        <Checkbox.Group options={channels.map((value) => ({ value, label: t(`consent.${value}`) }))} />
      </Form.Item>
      <Collapse
        ghost
        items={[{ key: 'further', label: t('new.further'), children: <FurtherFields />, forceRender: true }]}
      />
    </FormDrawer>
  )
}
