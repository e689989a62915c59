import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, ask, type Schemas } from '../../../parts/api.ts'
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { Nothing } from '../../../parts/Moment.tsx'
import { Units } from '../../../parts/Money.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { Facts, RecordHead } from '../../../parts/RecordHead.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useMay } from '../../../parts/session.ts'
import { useWords } from '../words.ts'
import { AppointDrawer } from './AppointDrawer.tsx'
import { Appointments } from './Appointments.tsx'
import { EndDrawer, type Holder } from './EndDrawer.tsx'
import { PostDrawer } from './PostDrawer.tsx'
import { postQuery } from './queries.ts'
import '../org.css'

/** One post: what it is, who holds it, who held it. */
export default function PostPage() {
  const t = useWords()
  const { postId = '' } = useParams({ strict: false }) as { postId?: string }
  const { data: post, error, refetch } = useQuery(postQuery(postId))
  const mayManage = useMay('org.manage')
  const [ending, setEnding] = useState<Holder>()
  return (
    <>
      <RecordHead
        back={{ to: '/settings/posts', label: t('posts.title') }}
        tabTitle={t('posts.tabTitle')}
        title={error ? t('posts.tabTitle') : post?.title}
        marks={post && <Tag color={post.status === 'open' ? 'success' : 'default'}>{t(`unit.${post.status}`)}</Tag>}
        actions={post && mayManage && <Actions post={post} />}
        facts={
          post
            ? [
                { label: t('posts.unit'), value: post.unitName },
                { label: t('posts.headcount'), value: <Units count={post.headcount} /> },
                { label: t('posts.vacant'), value: <Units count={post.vacant} /> },
                { label: t('posts.led'), value: <Units count={post.led} /> },
              ]
            : []
        }
      />
      <RefusalAlert failure={error} retry={() => void refetch()} />
      {post && (
        <>
          <About post={post} />
          <section className="ck-sheet">
            <h2>{t('posts.appointments')}</h2>
            <Appointments
              of={{ postId: post.id }}
              end={mayManage ? (id) => setEnding(post.holders.find((one) => one.appointmentId === id)) : undefined}
              empty={<EmptyState title={t('posts.nobody')} text={t('posts.appointmentsNone')} />}
            />
          </section>
          <EndDrawer post={post} holder={ending} close={() => setEnding(undefined)} />
        </>
      )}
    </>
  )
}

function About({ post }: { post: Schemas['Post'] }) {
  const t = useWords()
  const superior = useQuery({ ...postQuery(post.superiorId ?? ''), enabled: post.superiorId !== null, retry: false })
  return (
    <section className="ck-sheet">
      <Facts
        facts={[
          {
            label: t('posts.superior'),
            value:
              post.superiorId && superior.data ? (
                <Link to={`/settings/posts/${post.superiorId}`}>
                  {superior.data.title} · {superior.data.unitName}
                </Link>
              ) : (
                <Nothing />
              ),
          },
          { label: t('posts.leads'), value: <Units count={post.leads} /> },
          { label: t('posts.track'), value: post.track ?? <Nothing /> },
          { label: t('posts.grade'), value: post.grade ?? <Nothing /> },
        ]}
      />
      {post.duties && (
        <div className="ck-below">
          <h2>{t('posts.duties')}</h2>
          <p className="ck-prose">{post.duties}</p>
        </div>
      )}
    </section>
  )
}

function Actions({ post }: { post: Schemas['Post'] }) {
  const t = useWords()
  const client = useQueryClient()
  const mayFindPeople = useMay('people.read')
  const [changing, setChanging] = useState(false)
  const [appointing, setAppointing] = useState(false)
  const open = post.status === 'open'
  const shut = async () => {
    await ask(api.POST('/v1/posts/{id}/close', { params: { path: { id: post.id } } }))
    notify(t('posts.closedNow'))
    void client.invalidateQueries({ queryKey: ['list', 'posts'] })
    await client.invalidateQueries({ queryKey: ['posts'] })
  }
  return (
    <>
      {open && <ConfirmButton label={t('posts.close')} question={t('posts.closeSure')} run={shut} />}
      {open && <Button onClick={() => setChanging(true)}>{t('change')}</Button>}
      {open && mayFindPeople && (
        <Button type="primary" onClick={() => setAppointing(true)}>
          {t('appoint.button')}
        </Button>
      )}
      <PostDrawer edited={changing ? post : undefined} close={() => setChanging(false)} />
      <AppointDrawer post={post} open={appointing} close={() => setAppointing(false)} />
    </>
  )
}
