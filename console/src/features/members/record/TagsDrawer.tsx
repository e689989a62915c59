import { Form, Select } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { useWords } from '../words.ts'
import type { ActionProps } from './EditDrawer.tsx'

/** Adds and takes off tags; only the difference is told, so that two people may tag at once. */
export function TagsDrawer({ member, open, close, changed }: ActionProps) {
  const t = useWords()
  const submit = ({ tags }: { tags: string[] }) =>
    ask(
      api.POST('/v1/members/{id}/tags', {
        params: { path: { id: member.memberId } },
        body: {
          add: tags.filter((tag) => !member.tags.includes(tag)),
          remove: member.tags.filter((tag) => !tags.includes(tag)),
        },
      }),
    )
  return (
    <FormDrawer<{ tags: string[] }>
      open={open}
      onClose={close}
      title={t('tags.title')}
      initial={{ tags: member.tags }}
      submit={submit}
      onDone={() => {
        close()
        changed()
        notify(t('saved'))
      }}
    >
      <Form.Item name="tags" label={t('field.tags')} extra={t('tags.hint')}>
        <Select mode="tags" tokenSeparators={[',', '，', ' ']} open={false} suffixIcon={null} autoFocus />
      </Form.Item>
    </FormDrawer>
  )
}
