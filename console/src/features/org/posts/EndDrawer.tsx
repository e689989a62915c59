import { useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { api, ask, type Schemas } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { useFormats } from '../../../parts/formats.ts'
import { notify } from '../../../parts/Notices.tsx'
import { useWords } from '../words.ts'
import { LazyDay, Line, useToday } from './AppointDrawer.tsx'
import { postQuery } from './queries.ts'

export type Holder = Schemas['Post']['holders'][number]

interface EndDrawerProps {
  post: Schemas['Post']
  holder: Holder | undefined
  close: () => void
}

/** Ends an appointment with a last day; before it does, it says what is vacant then and who has no leader. */
export function EndDrawer({ post, holder, close }: EndDrawerProps) {
  const t = useWords()
  const required = useRequired()
  const client = useQueryClient()
  const today = useToday()
  const first = holder && holder.fromOn > today ? holder.fromOn : today
  const submit = ({ untilOn }: { untilOn: string }) =>
    ask(
      api.POST('/v1/posts/{id}/appointments/{appointmentId}/end', {
        params: { path: { id: post.id, appointmentId: holder?.appointmentId ?? '' } },
        body: { untilOn },
      }),
    )
  return (
    <FormDrawer<{ untilOn: string }, Schemas['Post']>
      open={holder !== undefined}
      onClose={close}
      title={t('end.one', { name: holder?.name ?? '' })}
      initial={{ untilOn: first }}
      danger
      preview={{
        ask: () => client.fetchQuery({ ...postQuery(post.id), staleTime: 0 }),
        show: (now, { untilOn }) => <Preview post={now} name={holder?.name ?? ''} untilOn={untilOn} />,
      }}
      submit={submit}
      submitLabel={t('end.submit')}
      onDone={() => {
        close()
        notify(t('end.done'))
        void client.invalidateQueries({ queryKey: ['posts'] })
        void client.invalidateQueries({ queryKey: ['list', 'posts'] })
      }}
    >
      <Form.Item name="untilOn" label={t('posts.until')} extra={t('posts.untilHint')} rules={required}>
        <LazyDay label={t('posts.until')} />
      </Form.Item>
    </FormDrawer>
  )
}

function Preview({ post, name, untilOn }: { post: Schemas['Post']; name: string; untilOn: string }) {
  const t = useWords()
  const { day, number } = useFormats()
  const vacant = Math.max(0, post.headcount - (post.holders.length - 1))
  return (
    <>
      <p>{t('end.will', { name, post: post.title, day: day(untilOn) })}</p>
      <dl className="ck-before-after">
        <Line label={t('end.vacant')} value={`${number(vacant)} / ${number(post.headcount)}`} />
        {post.led > 0 && <Line label={t('end.led')} value={number(post.led)} />}
      </dl>
      <p className="ck-preview-note">{t('end.note')}</p>
    </>
  )
}
