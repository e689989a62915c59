import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { useMay } from '../../../parts/session.ts'
import { FirstFields, FurtherFields, OwnFields } from '../ArchiveFields.tsx'
import { type ArchiveValues, changesOf, valuesOf } from '../archive-values.ts'
import { fieldsQuery } from '../queries.ts'
import type { Member } from '../shapes.ts'
import { useWords } from '../words.ts'

export interface ActionProps {
  member: Member
  open: boolean
  close: () => void
  changed: () => void
}

/** Changes the archive over the version that was read: somebody else's edit meanwhile is never written over. */
export function EditDrawer({ member, open, close, changed }: ActionProps) {
  const t = useWords()
  const fields = useQuery(fieldsQuery).data ?? []
  const submit = async (values: ArchiveValues) => {
    const changes = changesOf(member, values)
    if (Object.keys(changes).length === 0) return
    await ask(
      api.PATCH('/v1/members/{id}', {
        params: { path: { id: member.memberId } },
        body: { version: member.version, ...changes },
      }),
    )
  }
  return (
    <FormDrawer<ArchiveValues>
      open={open}
      onClose={close}
      title={t('editTitle')}
      width={560}
      initial={valuesOf(member, fields)}
      submit={submit}
      onDone={() => {
        close()
        changed()
        notify(t('saved'))
      }}
    >
      <FirstFields member={member} />
      <OwnFields />
      <RecruiterField />
      <FurtherFields member={member} />
    </FormDrawer>
  )
}

function RecruiterField() {
  const t = useWords()
  const may = useMay('people.read')
  const { data } = useQuery({
    queryKey: ['people', 'names'],
    enabled: may,
    staleTime: 60_000,
    queryFn: () => ask(api.POST('/v1/people/search', { body: { status: 'active', limit: 200 } })),
  })
  if (!may) return null
  return (
    <Form.Item name="recruiter" label={t('field.recruiter')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      />
    </Form.Item>
  )
}
