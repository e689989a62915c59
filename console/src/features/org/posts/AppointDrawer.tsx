import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { api, ask, type Schemas } from '../../../parts/api.ts'
import { useCell } from '../../../parts/cell.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { house, useFormats } from '../../../parts/formats.ts'
import { notify } from '../../../parts/Notices.tsx'
import { useWords } from '../words.ts'
import { appointmentsQuery, postQuery } from './queries.ts'

const DayField = lazy(() => import('../../../parts/DayField.tsx'))

interface AppointValues {
  person: { value: string; label: string }
  fromOn: string
}

interface Outlook {
  post: Schemas['Post']
  others: Schemas['Appointment'][]
}

interface AppointDrawerProps {
  post: Schemas['Post']
  open: boolean
  close: () => void
}

/** Today in the programme's zone. */
export function useToday(): string {
  const { zone } = useCell(house)
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date())
}

/** Appoints a person to a post; before it does, it says who, where, since when, and what is vacant afterwards. */
export function AppointDrawer({ post, open, close }: AppointDrawerProps) {
  const t = useWords()
  const required = useRequired()
  const client = useQueryClient()
  const today = useToday()
  const look = async ({ person }: AppointValues): Promise<Outlook> => {
    const [now, { items }] = await Promise.all([
      client.fetchQuery({ ...postQuery(post.id), staleTime: 0 }),
      client.fetchQuery({ ...appointmentsQuery({ personId: person.value }), staleTime: 0 }),
    ])
    return { post: now, others: items.filter(({ untilOn }) => untilOn === null || untilOn >= today) }
  }
  return (
    <FormDrawer<AppointValues, Outlook>
      open={open}
      onClose={close}
      title={t('appoint.title', { post: post.title })}
      initial={{ fromOn: today }}
      preview={{ ask: look, show: (outlook, values) => <Preview outlook={outlook} values={values} /> }}
      submit={({ person, fromOn }) =>
        ask(
          api.POST('/v1/posts/{id}/appointments', {
            params: { path: { id: post.id } },
            body: { personId: person.value, fromOn },
          }),
        )
      }
      submitLabel={t('appoint.submit')}
      onDone={() => {
        close()
        notify(t('appoint.done'), { to: `/settings/posts/${post.id}`, label: t('appoint.see') })
        void client.invalidateQueries({ queryKey: ['posts'] })
        void client.invalidateQueries({ queryKey: ['list', 'posts'] })
      }}
    >
      <PersonField />
      <Form.Item name="fromOn" label={t('posts.from')} rules={required}>
        <LazyDay label={t('posts.from')} />
      </Form.Item>
    </FormDrawer>
  )
}

/** A day in a form; the calendar comes when it is needed. */
export function LazyDay(props: {
  label: string
  value?: string
  onChange?: (day: string | undefined) => void
  id?: string
}) {
  return (
    <Suspense fallback={<span className="ck-bone" style={{ width: '100%', height: 32 }} />}>
      <DayField {...props} style={{ width: '100%' }} />
    </Suspense>
  )
}

/** Who: found by part of a name or a personnel number; people who left are not offered. */
function PersonField() {
  const t = useWords()
  const required = useRequired()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useQuery({
    queryKey: ['people-to-appoint', q],
    queryFn: () => ask(api.POST('/v1/people/search', { body: { ...(q ? { q } : {}), limit: 30 } })),
  })
  const options = data?.items
    .filter(({ status }) => status !== 'left')
    .map(({ id, name, number }) => ({ value: id, label: number ? `${name} · ${number}` : name }))
  return (
    <Form.Item name="person" label={t('appoint.person')} extra={t('appoint.personHint')} rules={required}>
      <Select
        labelInValue
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={isFetching}
        options={options ?? []}
        notFoundContent={isFetching ? null : t('appoint.nobody')}
      />
    </Form.Item>
  )
}

function Preview({ outlook: { post, others }, values }: { outlook: Outlook; values: AppointValues }) {
  const t = useWords()
  const { day, number } = useFormats()
  return (
    <>
      <p>
        {t('appoint.will', {
          name: values.person.label,
          day: day(values.fromOn),
          unit: post.unitName,
          post: post.title,
        })}
      </p>
      <dl className="ck-before-after">
        <Line label={t('posts.headcount')} value={number(post.headcount)} />
        <Line
          label={t('appoint.taken')}
          value={`${number(post.holders.length)} → ${number(post.holders.length + 1)}`}
        />
        <Line label={t('appoint.vacant')} value={number(Math.max(0, post.vacant - 1))} />
        {others.map((one) => (
          <Line key={one.id} label={t('appoint.also')} value={`${one.title} · ${one.unitName}`} />
        ))}
      </dl>
      <p className="ck-preview-note">{post.vacant === 0 ? t('appoint.full') : t('appoint.note')}</p>
    </>
  )
}

/** One line of a preview. */
export function Line({ label, value }: { label: string; value: string }) {
  return (
    <div className="ck-contents">
      <dt>{label}</dt>
      <dd className="ck-figures">{value}</dd>
    </div>
  )
}
