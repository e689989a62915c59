import { useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, ask, type QueryOf } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { ListExport, singles } from '../../../parts/ListExport.tsx'
import { ListPage } from '../../../parts/ListPage.tsx'
import { chosenOne, type Filter } from '../../../parts/list-state.ts'
import { Nothing } from '../../../parts/Moment.tsx'
import type { Column } from '../../../parts/RowTable.tsx'
import { useMay } from '../../../parts/session.ts'
import type { Unit } from '../shapes.ts'
import { useWords } from '../words.ts'
import { StoreDrawer } from './StoreDrawer.tsx'
import { TillsDrawer } from './TillsDrawer.tsx'

/** The stores, each with its zone, currency and business day. */
export default function StoresPage() {
  const t = useWords()
  const client = useQueryClient()
  const mayManage = useMay('org.manage')
  const [edited, setEdited] = useState<Unit | 'new'>()
  const [tillsOf, setTillsOf] = useState<Unit>()
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('unit.status'),
      kind: 'choice',
      options: [
        { value: 'open', label: t('unit.open') },
        { value: 'closed', label: t('unit.closed') },
      ],
    },
  ]
  const columns = useColumns(setEdited, setTillsOf)
  const add = mayManage && (
    <Button type="primary" onClick={() => setEdited('new')}>
      {t('stores.add')}
    </Button>
  )
  return (
    <>
      <ListPage<Unit>
        name="stores"
        title={t('stores.title')}
        lead={t('stores.lead')}
        columns={columns}
        filters={filters}
        rowKey={(store) => store.id}
        read={({ filters: chosen }) => {
          const query: QueryOf<'get', '/v1/units'> = { kind: 'store', status: chosenOne(chosen, 'status') }
          return ask(api.GET('/v1/units', { params: { query } }))
        }}
        actions={add}
        exporter={(shown) => <ListExport list="stores" what={t('stores.title')} filters={singles(shown)} />}
        empty={<EmptyState title={t('stores.empty')} action={add} />}
      />
      <TillsDrawer store={tillsOf} close={() => setTillsOf(undefined)} />
      <StoreDrawer
        edited={edited}
        close={() => setEdited(undefined)}
        changed={() => {
          void client.invalidateQueries({ queryKey: ['list', 'stores'] })
          void client.invalidateQueries({ queryKey: ['units'] })
          void client.invalidateQueries({ queryKey: ['session'] })
        }}
      />
    </>
  )
}

function useColumns(change: (store: Unit) => void, openTills: (store: Unit) => void): Column<Unit>[] {
  const t = useWords()
  const mayManage = useMay('org.manage')
  const maySell = useMay('purchases.record')
  return [
    { key: 'name', title: t('unit.name'), render: (store) => store.name, always: true },
    { key: 'code', title: t('unit.code'), render: (store) => <span className="ck-code">{store.code}</span> },
    { key: 'zone', title: t('setup.zone'), render: (store) => store.zone },
    { key: 'currency', title: t('setup.currency'), render: (store) => store.currency },
    {
      key: 'day',
      title: t('stores.day'),
      render: (store) => <span className="ck-figures">{hourOf(store.dayStartsAt)}</span>,
    },
    { key: 'legalEntity', title: t('stores.legalEntity'), render: (store) => store.legalEntity ?? <Nothing /> },
    { key: 'address', title: t('stores.address'), render: (store) => store.address ?? <Nothing />, shown: false },
    {
      key: 'status',
      title: t('unit.status'),
      render: (store) => <Tag color={store.status === 'open' ? 'success' : 'default'}>{t(`unit.${store.status}`)}</Tag>,
    },
    {
      key: 'change',
      title: t('action'),
      always: true,
      acts: true,
      render: (store) => (
        <div className="ck-actions">
          {mayManage && (
            <Button size="small" onClick={() => change(store)} aria-label={t('changeOne', { name: store.name })}>
              {t('change')}
            </Button>
          )}
          {maySell && (
            <Button size="small" onClick={() => openTills(store)} aria-label={t('tills.openOne', { name: store.name })}>
              {t('tills.open')}
            </Button>
          )}
        </div>
      ),
    },
  ]
}

const hourOf = (hour: number | null) => `${String(hour ?? 0).padStart(2, '0')}:00`
