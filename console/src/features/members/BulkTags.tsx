import { useQueryClient } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { api, ask } from '../../parts/api.ts'
import { BulkAction, type BulkOutcome } from '../../parts/BulkAction.tsx'
import { useFormats } from '../../parts/formats.ts'
import type { MemberRow } from './shapes.ts'
import { useWords } from './words.ts'

interface TagValues {
  add?: string[]
  remove?: string[]
}

/** Puts tags on all selected members and takes others off; each is answered on its own. */
export function BulkTags({ rows, done }: { rows: MemberRow[]; done: (failed: string[]) => void }) {
  const t = useWords()
  const client = useQueryClient()
  const { number } = useFormats()
  const run = async ({ add = [], remove = [] }: TagValues): Promise<BulkOutcome[]> => {
    const items = rows.map(({ memberId }) => ({ id: memberId, add, remove }))
    const answer = await ask(api.POST('/v1/members/tags', { body: { items } }))
    void client.invalidateQueries({ queryKey: ['list', 'members'] })
    void client.invalidateQueries({ queryKey: ['member'] })
    return rows.map((row, at) => ({
      key: row.memberId,
      name: row.name || (row.number ?? t('noName')),
      ...(answer.items[at] ?? { outcome: 'refused' as const }),
    }))
  }
  return (
    <BulkAction<TagValues>
      label={t('bulk.tags')}
      title={t('bulk.tagsTitle', { count: rows.length, shown: number(rows.length) })}
      preview={(values) => <Preview values={values} count={rows.length} />}
      run={run}
      done={done}
    >
      <Form.Item name="add" label={t('bulk.add')} extra={t('tags.hint')}>
        <Select mode="tags" tokenSeparators={[',', '，', ' ']} open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="remove" label={t('bulk.remove')} extra={t('tags.hint')}>
        <Select mode="tags" tokenSeparators={[',', '，', ' ']} open={false} suffixIcon={null} />
      </Form.Item>
    </BulkAction>
  )
}

function Preview({ values: { add = [], remove = [] }, count }: { values: TagValues; count: number }) {
  const t = useWords()
  const { number } = useFormats()
  if (add.length + remove.length === 0) return <p>{t('bulk.nothing')}</p>
  const words = (tags: string[]) => ({ count, shown: number(count), tags: tags.join(t('list.join')) })
  return (
    <>
      {add.length > 0 && <p>{t('bulk.willAdd', words(add))}</p>}
      {remove.length > 0 && <p>{t('bulk.willRemove', words(remove))}</p>}
      <p className="ck-preview-note">{t('bulk.undo')}</p>
    </>
  )
}
