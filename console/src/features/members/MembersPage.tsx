import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../parts/address.ts'
import { api, ask, type QueryOf } from '../../parts/api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { type ExportFilters, ListExport } from '../../parts/ListExport.tsx'
import { ListPage } from '../../parts/ListPage.tsx'
import { type Asked, besideSearch, type Chosen, chosenOne, type Filter, useFilters } from '../../parts/list-state.ts'
import { Day, Nothing } from '../../parts/Moment.tsx'
import { Units } from '../../parts/Money.tsx'
import { useStoreName, useTiers } from '../../parts/programme.ts'
import type { Column } from '../../parts/RowTable.tsx'
import { useMay, useSession } from '../../parts/session.ts'
import { BulkTags } from './BulkTags.tsx'
import { NewMemberDrawer } from './NewMemberDrawer.tsx'
import { Spent } from './Spent.tsx'
import type { MemberRow } from './shapes.ts'
import { useWords } from './words.ts'
import './members.css'

/** The members within the person's reach: searched by whatever is known of somebody, or listed by filter. */
export default function MembersPage() {
  const t = useWords()
  const mayWrite = useMay('members.write')
  const mayImport = useMay('imports.run')
  const [making, setMaking] = useState(false)
  const [more, setMore] = useState(false)
  const all = useMemberFilters()
  const { chosen } = useFilters('members', all)
  const searching = chosenOne(chosen, 'q') !== undefined
  const filters = besideSearch(all, chosen)
  const add = mayWrite && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('new.title')}
    </Button>
  )
  const bring = mayImport && <LinkButton to="/imports">{t('import')}</LinkButton>
  return (
    <>
      <ListPage<MemberRow>
        name="members"
        title={t('title')}
        lead={searching && more ? t('search.more') : undefined}
        columns={useColumns()}
        filters={filters}
        rowKey={(member) => member.memberId}
        to={(member) => `/members/${member.memberId}`}
        read={(asked) => readMembers(asked, setMore)}
        actions={
          <>
            {bring}
            {add}
          </>
        }
        exporter={(shown) => <ListExport list="members" what={t('title')} filters={exportable(shown)} personal />}
        bulk={mayWrite ? (rows, done) => <BulkTags rows={rows} done={done} /> : undefined}
        empty={
          <EmptyState
            title={t('empty.title')}
            text={t('empty.text')}
            action={
              <div className="ck-actions">
                {add}
                {bring}
              </div>
            }
          />
        }
      />
      <NewMemberDrawer open={making} close={() => setMaking(false)} />
    </>
  )
}

/** Personal search goes in the body of a POST; the other filters stand in the address. */
async function readMembers({ filters, cursor, limit }: Asked, setMore: (more: boolean) => void) {
  const q = chosenOne(filters, 'q')
  if (q === undefined) {
    const query: QueryOf<'get', '/v1/members'> = {
      tags: tagsOf(chosenOne(filters, 'tags')),
      tiers: filters['tiers']?.map(Number),
      stores: filters['stores'],
      status: chosenOne(filters, 'status'),
      incomplete: chosenOne(filters, 'incomplete'),
      joinedFrom: chosenOne(filters, 'joinedFrom'),
      joinedTo: chosenOne(filters, 'joinedTo'),
      cursor,
      limit,
    }
    return ask(api.GET('/v1/members', { params: { query } }))
  }
  const { hits, more } = await ask(api.POST('/v1/members/search', { body: { q } }))
  setMore(more)
  const items = hits.map(({ standing, ...hit }) => ({ ...hit, ...standing }))
  return { items, next: null, ...(more ? {} : { total: { count: items.length, exact: true } }) }
}

/** The filters as an export takes them: a search is by itself, as it is in the list. */
function exportable(shown: Chosen): ExportFilters {
  const q = chosenOne(shown, 'q')
  if (q !== undefined) return { q }
  return {
    stores: shown['stores'],
    tags: tagsOf(chosenOne(shown, 'tags')),
    tiers: shown['tiers']?.map(Number),
    status: chosenOne(shown, 'status'),
    incomplete: chosenOne(shown, 'incomplete'),
    joinedFrom: chosenOne(shown, 'joinedFrom'),
    joinedTo: chosenOne(shown, 'joinedTo'),
  }
}

const tagsOf = (text: string | undefined): string[] | undefined => text?.split(/[,，\s]+/).filter(Boolean)

function useMemberFilters(): Filter[] {
  const t = useWords()
  const [address] = useAddress()
  const { stores } = useSession()
  const { levels, nameOf } = useTiers()
  return [
    { key: 'q', label: t('search.label'), kind: 'text', personal: true, width: 248 },
    {
      key: 'tiers',
      label: t('field.tier'),
      kind: 'choices',
      width: 128,
      options: levels.map((_, rank) => ({ value: String(rank), label: nameOf(rank) })),
    },
    ...(stores.length > 1
      ? [
          {
            key: 'stores',
            label: t('field.homeStore'),
            kind: 'choices' as const,
            width: 136,
            options: stores.map((store) => ({ value: store.id, label: store.name })),
          },
        ]
      : []),
    { key: 'tags', label: t('field.tags'), kind: 'text', width: 104 },
    {
      key: 'status',
      label: t('field.status'),
      kind: 'choice',
      width: 96,
      options: (['active', 'closed'] as const).map((value) => ({ value, label: t(`status.${value}`) })),
    },
    {
      key: 'incomplete',
      label: t('field.percent'),
      kind: 'choice',
      width: 120,
      options: [{ value: 'true', label: t('incomplete') }],
    },
    // Who comes from the figure of new members finds its days here; others do not need them.
    ...(['joinedFrom', 'joinedTo'] as const)
      .filter((key) => address[key])
      .map((key) => ({ key, label: t(`field.${key}`), kind: 'day' as const, width: 144 })),
  ]
}

function useColumns(): Column<MemberRow>[] {
  const t = useWords()
  const storeName = useStoreName()
  const tiers = useTiers()
  return [
    { key: 'name', title: t('field.name'), render: (row) => row.name || t('noName'), always: true },
    {
      key: 'number',
      title: t('field.number'),
      render: (row) => (row.number ? <span className="ck-code">{row.number}</span> : <Nothing />),
    },
    {
      key: 'phone',
      title: t('field.phone'),
      render: (row) => (row.phone ? <span className="ck-figures">{row.phone}</span> : <Nothing />),
    },
    { key: 'tier', title: t('field.tier'), render: (row) => tiers.nameOf(row.tier) },
    { key: 'store', title: t('field.homeStore'), render: (row) => storeName(row.homeStore) ?? <Nothing /> },
    { key: 'tags', title: t('field.tags'), render: (row) => row.tags.map((tag) => <Tag key={tag}>{tag}</Tag>) },
    {
      key: 'spent',
      title: t('field.spent'),
      align: 'right',
      render: (row) => <Spent minor={row.spent} inRow />,
    },
    { key: 'purchases', title: t('field.purchases'), align: 'right', render: (row) => <Units count={row.purchases} /> },
    { key: 'lastOn', title: t('field.lastOn'), render: (row) => <Day value={row.lastOn} /> },
    {
      key: 'percent',
      title: t('field.percent'),
      align: 'right',
      render: (row) => (row.percent === undefined ? <Nothing /> : <span className="ck-figures">{row.percent}%</span>),
    },
    { key: 'joinedOn', title: t('field.joinedOn'), render: (row) => <Day value={row.joinedOn} />, shown: false },
    {
      key: 'kind',
      title: t('field.kind'),
      render: (row) => t(`kind.${row.kind}`),
      shown: false,
    },
    {
      key: 'status',
      title: t('field.status'),
      render: (row) => (row.status === 'active' ? t('status.active') : <Tag color="error">{t('status.closed')}</Tag>),
    },
  ]
}
