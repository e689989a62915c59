import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, ask, type Schemas } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { ListExport, singles } from '../../../parts/ListExport.tsx'
import { ListPage } from '../../../parts/ListPage.tsx'
import { type Asked, chosenOne, type Filter } from '../../../parts/list-state.ts'
import { Nothing } from '../../../parts/Moment.tsx'
import { Units } from '../../../parts/Money.tsx'
import type { Column } from '../../../parts/RowTable.tsx'
import { useMay } from '../../../parts/session.ts'
import { unitsQuery } from '../queries.ts'
import { useWords } from '../words.ts'
import { useToday } from './AppointDrawer.tsx'
import { PostDrawer } from './PostDrawer.tsx'
import { openPostsQuery } from './queries.ts'
import '../org.css'

type Post = Schemas['Post']

/** The posts of each unit: who holds them since when, and what is vacant. */
export default function PostsPage() {
  const t = useWords()
  const navigate = useNavigate()
  const mayManage = useMay('org.manage')
  const [making, setMaking] = useState(false)
  const add = mayManage && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('posts.add')}
    </Button>
  )
  return (
    <>
      <ListPage<Post>
        name="posts"
        title={t('posts.title')}
        lead={t('posts.lead')}
        columns={useColumns()}
        filters={useFilters()}
        rowKey={(post) => post.id}
        to={(post) => `/settings/posts/${post.id}`}
        read={readPosts}
        actions={add}
        exporter={(shown) => <ListExport list="posts" what={t('posts.title')} filters={singles(shown)} />}
        empty={<EmptyState title={t('posts.empty')} text={t('posts.emptyText')} action={add} />}
      />
      <PostDrawer
        edited={making ? 'new' : undefined}
        close={() => setMaking(false)}
        done={(post) => void navigate({ to: `/settings/posts/${post.id}` })}
      />
    </>
  )
}

async function readPosts({ filters }: Asked) {
  const status = chosenOne(filters, 'status')
  const list = await ask(
    api.GET('/v1/posts', {
      params: {
        query: {
          unitId: chosenOne(filters, 'unitId'),
          status: status === 'open' || status === 'closed' ? status : undefined,
          vacant: chosenOne(filters, 'vacant'),
        },
      },
    }),
  )
  return { ...list, total: { count: list.items.length, exact: true } }
}

function useFilters(): Filter[] {
  const t = useWords()
  const units = useQuery(unitsQuery)
  return [
    {
      key: 'unitId',
      label: t('posts.unit'),
      kind: 'choice',
      width: 200,
      options: units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? [],
    },
    {
      key: 'vacant',
      label: t('posts.vacancy'),
      kind: 'choice',
      options: [
        { value: 'true', label: t('posts.vacantYes') },
        { value: 'false', label: t('posts.vacantNo') },
      ],
    },
    {
      key: 'status',
      label: t('unit.status'),
      kind: 'choice',
      options: (['open', 'closed'] as const).map((value) => ({ value, label: t(`unit.${value}`) })),
    },
  ]
}

function useColumns(): Column<Post>[] {
  const t = useWords()
  const { data } = useQuery(openPostsQuery)
  const titleOf = (id: string | null) => data?.items.find((post) => post.id === id)?.title
  return [
    { key: 'title', title: t('posts.name'), render: (post) => post.title, always: true },
    { key: 'unit', title: t('posts.unit'), render: (post) => post.unitName },
    { key: 'superior', title: t('posts.superior'), render: (post) => titleOf(post.superiorId) ?? <Nothing /> },
    { key: 'holders', title: t('posts.holders'), render: (post) => <Holders post={post} /> },
    {
      key: 'headcount',
      title: t('posts.headcount'),
      align: 'right',
      render: (post) => <Units count={post.headcount} />,
    },
    {
      key: 'vacant',
      title: t('posts.vacant'),
      align: 'right',
      render: (post) => (post.vacant > 0 ? <Units count={post.vacant} /> : <Nothing />),
    },
    { key: 'led', title: t('posts.led'), align: 'right', shown: false, render: (post) => <Units count={post.led} /> },
    { key: 'track', title: t('posts.track'), render: (post) => post.track ?? <Nothing />, shown: false },
    { key: 'grade', title: t('posts.grade'), render: (post) => post.grade ?? <Nothing /> },
    {
      key: 'status',
      title: t('unit.status'),
      render: ({ status }) => <Tag color={status === 'open' ? 'success' : 'default'}>{t(`unit.${status}`)}</Tag>,
    },
  ]
}

function Holders({ post }: { post: Post }) {
  const t = useWords()
  const today = useToday()
  const { day } = useFormats()
  if (post.holders.length === 0) return <span className="ck-quiet">{t('posts.nobody')}</span>
  const told = ({ name, fromOn, untilOn }: Post['holders'][number]) => {
    if (untilOn) return t('posts.untilDay', { name, day: day(untilOn) })
    return t(fromOn > today ? 'posts.fromDay' : 'posts.since', { name, day: day(fromOn) })
  }
  return (
    <ul className="ck-plain-list">
      {post.holders.map((holder) => (
        <li key={holder.appointmentId}>{told(holder)}</li>
      ))}
    </ul>
  )
}
