import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Radio, Tag } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { notify } from '../../../parts/Notices.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { useMay } from '../../../parts/session.ts'
import { UnitField } from '../fields.tsx'
import { unitsQuery } from '../queries.ts'
import type { Unit } from '../shapes.ts'
import { useWords } from '../words.ts'
import { MoveUnitDrawer } from './MoveUnitDrawer.tsx'

const made = ['brand', 'region', 'department'] as const

/** The tree of brands, regions, stores and departments: roles hold from a unit downwards. */
export function UnitTree() {
  const t = useWords()
  const mayManage = useMay('org.manage')
  const units = useQuery(unitsQuery)
  const [edited, setEdited] = useState<Unit | 'new'>()
  const [moved, setMoved] = useState<Unit>()
  const columns: Column<Unit>[] = [
    {
      key: 'name',
      title: t('unit.name'),
      render: (unit) => (
        <span className="ck-tree-name" style={{ paddingInlineStart: (unit.path.length - 1) * 20 }}>
          {unit.name}
        </span>
      ),
    },
    { key: 'kind', title: t('unit.kind'), render: (unit) => t(`unit.${unit.kind}`) },
    { key: 'code', title: t('unit.code'), render: (unit) => <span className="ck-code">{unit.code}</span> },
    {
      key: 'status',
      title: t('unit.status'),
      render: (unit) => <Tag color={unit.status === 'open' ? 'success' : 'default'}>{t(`unit.${unit.status}`)}</Tag>,
    },
    {
      key: 'change',
      title: t('action'),
      render: (unit) =>
        mayManage && (
          <div className="ck-actions">
            {unit.kind !== 'store' && (
              <Button size="small" onClick={() => setEdited(unit)} aria-label={t('changeOne', { name: unit.name })}>
                {t('change')}
              </Button>
            )}
            {unit.parentId && (
              <Button size="small" onClick={() => setMoved(unit)} aria-label={t('unit.moveOne', { name: unit.name })}>
                {t('unit.move')}
              </Button>
            )}
          </div>
        ),
    },
  ]
  return (
    <section className="ck-sheet">
      <div className="ck-sheet-line">
        <h2>{t('unit.tree')}</h2>
        {mayManage && (
          <Button type="primary" onClick={() => setEdited('new')}>
            {t('unit.add')}
          </Button>
        )}
      </div>
      <RefusalAlert failure={units.error} retry={() => void units.refetch()} />
      {!units.error && (
        <RowTable label={t('unit.tree')} columns={columns} rows={units.data?.items} rowKey={(unit) => unit.id} />
      )}
      <UnitDrawer edited={edited} close={() => setEdited(undefined)} />
      <MoveUnitDrawer unit={moved} close={() => setMoved(undefined)} />
    </section>
  )
}

interface UnitValues {
  kind: (typeof made)[number]
  name: string
  code: string
  parentId: string
}

function UnitDrawer({ edited, close }: { edited: Unit | 'new' | undefined; close: () => void }) {
  const t = useWords()
  const required = useRequired()
  const client = useQueryClient()
  const unit = edited === 'new' ? undefined : edited
  const submit = ({ kind, name, code, parentId }: UnitValues) =>
    unit
      ? ask(api.PATCH('/v1/units/{id}', { params: { path: { id: unit.id } }, body: { name, code } }))
      : ask(api.POST('/v1/units', { body: { kind, name, code, parentId } }))
  const done = () => {
    close()
    notify(t('saved'))
    void client.invalidateQueries({ queryKey: unitsQuery.queryKey })
  }
  return (
    <FormDrawer<UnitValues>
      open={edited !== undefined}
      onClose={close}
      title={unit ? t('changeOne', { name: unit.name }) : t('unit.add')}
      initial={unit ? { name: unit.name, code: unit.code } : { kind: 'region' }}
      submit={submit}
      onDone={done}
      extra={unit?.parentId && <OpenOrClose unit={unit} done={done} />}
    >
      {!unit && (
        <>
          <Form.Item name="kind" label={t('unit.kind')} rules={required}>
            <Radio.Group options={made.map((value) => ({ value, label: t(`unit.${value}`) }))} />
          </Form.Item>
          <UnitField name="parentId" label={t('unit.parent')} />
        </>
      )}
      <Form.Item name="name" label={t('unit.name')} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="code" label={t('unit.code')} rules={required}>
        <Input maxLength={64} />
      </Form.Item>
    </FormDrawer>
  )
}

function OpenOrClose({ unit, done }: { unit: Unit; done: () => void }) {
  const t = useWords()
  const open = unit.status === 'open'
  const path = open ? '/v1/units/{id}/close' : '/v1/units/{id}/reopen'
  const act = () => ask(api.POST(path, { params: { path: { id: unit.id } } })).then(done)
  return open ? (
    <ConfirmButton label={t('unit.closeOther')} question={t('unit.closeSure')} run={act} />
  ) : (
    <ConfirmButton label={t('unit.reopenOther')} question={t('unit.reopenSure')} run={act} danger={false} />
  )
}
