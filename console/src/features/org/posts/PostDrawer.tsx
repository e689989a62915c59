import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import { api, ask, type Schemas } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { notify } from '../../../parts/Notices.tsx'
import { UnitField } from '../fields.tsx'
import { useWords } from '../words.ts'
import { openPostsQuery } from './queries.ts'

interface PostValues {
  title: string
  unitId: string
  superiorId?: string | null
  track?: string
  grade?: string
  headcount: number
  leads: number
  duties?: string
}

interface PostDrawerProps {
  edited: Schemas['Post'] | 'new' | undefined
  close: () => void
  done?: (post: Schemas['Post']) => void
}

/** A post: made or changed. It allows nothing by itself, so that no preview of permissions is needed. */
export function PostDrawer({ edited, close, done }: PostDrawerProps) {
  const t = useWords()
  const required = useRequired()
  const client = useQueryClient()
  const post = edited === 'new' ? undefined : edited
  const submit = ({ superiorId, track, grade, duties, ...values }: PostValues) => {
    const blank = (text: string | undefined) => text?.trim() || null
    const body = {
      ...values,
      superiorId: superiorId ?? null,
      track: blank(track),
      grade: blank(grade),
      duties: blank(duties),
    }
    return post
      ? ask(api.PATCH('/v1/posts/{id}', { params: { path: { id: post.id } }, body }))
      : ask(api.POST('/v1/posts', { body }))
  }
  return (
    <FormDrawer<PostValues, undefined, Schemas['Post']>
      open={edited !== undefined}
      onClose={close}
      title={post ? t('changeOne', { name: post.title }) : t('posts.add')}
      initial={post ? valuesOf(post) : { headcount: 1, leads: 0 }}
      submit={submit}
      onDone={(saved) => {
        close()
        notify(t('saved'))
        void client.invalidateQueries({ queryKey: ['posts'] })
        void client.invalidateQueries({ queryKey: ['list', 'posts'] })
        done?.(saved)
      }}
    >
      <Form.Item name="title" label={t('posts.name')} rules={required}>
        <Input maxLength={80} />
      </Form.Item>
      <UnitField name="unitId" label={t('posts.unit')} />
      <SuperiorField except={post?.id} />
      <div className="ck-form-row">
        <Form.Item name="headcount" label={t('posts.headcount')} extra={t('posts.headcountHint')} rules={required}>
          <InputNumber min={0} max={100_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="leads" label={t('posts.leads')} extra={t('posts.leadsHint')} rules={required}>
          <InputNumber min={0} max={100_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <div className="ck-form-row">
        <Form.Item name="track" label={t('posts.track')} extra={t('posts.trackHint')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="grade" label={t('posts.grade')} extra={t('posts.gradeHint')}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
      <Form.Item name="duties" label={t('posts.duties')}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </FormDrawer>
  )
}

function SuperiorField({ except }: { except: string | undefined }) {
  const t = useWords()
  const { data, isPending } = useQuery(openPostsQuery)
  const options = data?.items
    .filter(({ id }) => id !== except)
    .map(({ id, title, unitName }) => ({ value: id, label: `${title} · ${unitName}` }))
  return (
    <Form.Item name="superiorId" label={t('posts.superior')}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        loading={isPending}
        options={options ?? []}
        placeholder={t('posts.superiorNone')}
      />
    </Form.Item>
  )
}

const valuesOf = (post: Schemas['Post']): PostValues => ({
  title: post.title,
  unitId: post.unitId,
  superiorId: post.superiorId,
  headcount: post.headcount,
  leads: post.leads,
  track: post.track ?? '',
  grade: post.grade ?? '',
  duties: post.duties ?? '',
})
