import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, Switch } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { FocusBack } from '../../../parts/FocusBack.tsx'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { Nothing } from '../../../parts/Moment.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { useMay } from '../../../parts/session.ts'
import type { Till, Unit } from '../shapes.ts'
import { useWords } from '../words.ts'

/** The tills of a store. A closed till keeps its history and sells nothing. */
export function TillsDrawer({ store, close }: { store: Unit | undefined; close: () => void }) {
  const t = useWords()
  return (
    <>
      <FocusBack open={store !== undefined} />
      <Drawer
        open={store !== undefined}
        onClose={close}
        title={t('tills.title', { store: store?.name })}
        size={560}
        destroyOnHidden
      >
        {store && <Tills storeId={store.id} />}
      </Drawer>
    </>
  )
}

function Tills({ storeId }: { storeId: string }) {
  const t = useWords()
  const client = useQueryClient()
  const mayManage = useMay('tills.manage')
  const [edited, setEdited] = useState<Till | 'new'>()
  const queryKey = ['tills', storeId]
  const tills = useQuery({
    queryKey,
    queryFn: () => ask(api.GET('/v1/tills', { params: { query: { storeId } } })),
  })
  const columns: Column<Till>[] = [
    { key: 'code', title: t('unit.code'), render: (till) => <span className="ck-code">{till.code}</span> },
    { key: 'name', title: t('unit.name'), render: (till) => till.name || <Nothing /> },
    { key: 'open', title: t('unit.status'), render: (till) => (till.open ? t('unit.open') : t('unit.closed')) },
    {
      key: 'change',
      title: t('action'),
      render: (till) =>
        mayManage && (
          <Button
            size="small"
            onClick={() => setEdited(till)}
            aria-label={t('changeOne', { name: till.name || till.code })}
          >
            {t('change')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <RefusalAlert failure={tills.error} retry={() => void tills.refetch()} />
      {!tills.error && (
        <RowTable
          label={t('tills.label')}
          columns={columns}
          rows={tills.data?.items}
          rowKey={(till) => till.id}
          waiting={2}
        />
      )}
      {mayManage && (
        <p className="ck-below">
          <Button type="primary" onClick={() => setEdited('new')}>
            {t('tills.add')}
          </Button>
        </p>
      )}
      <TillForm
        storeId={storeId}
        edited={edited}
        close={() => setEdited(undefined)}
        done={() => {
          setEdited(undefined)
          notify(t('saved'))
          void client.invalidateQueries({ queryKey })
          void client.invalidateQueries({ queryKey: ['place', 'tills'] })
        }}
      />
    </>
  )
}

interface TillFormProps {
  storeId: string
  edited: Till | 'new' | undefined
  close: () => void
  done: () => void
}

function TillForm({ storeId, edited, close, done }: TillFormProps) {
  const t = useWords()
  const required = useRequired()
  const till = edited === 'new' ? undefined : edited
  const submit = ({ code, name, open }: Pick<Till, 'code' | 'name' | 'open'>) =>
    till
      ? ask(api.PATCH('/v1/tills/{id}', { params: { path: { id: till.id } }, body: { name, open } }))
      : ask(api.POST('/v1/tills', { body: { storeId, code, name } }))
  return (
    <FormDrawer<Pick<Till, 'code' | 'name' | 'open'>>
      open={edited !== undefined}
      onClose={close}
      title={till ? t('changeOne', { name: till.name || till.code }) : t('tills.add')}
      width={400}
      initial={till ?? { code: '', name: '' }}
      submit={submit}
      onDone={done}
    >
      {!till && (
        <Form.Item name="code" label={t('setup.tillCode')} rules={required}>
          <Input maxLength={64} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('setup.tillName')} rules={required}>
        <Input maxLength={80} />
      </Form.Item>
      {till && (
        <Form.Item name="open" label={t('unit.open')} valuePropName="checked" extra={t('tills.openHint')} required>
          <Switch />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
