import { Form, Input, Select } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx'
import { useCell } from '../../../parts/cell.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { house } from '../../../parts/formats.ts'
import { notify } from '../../../parts/Notices.tsx'
import { UnitField } from '../fields.tsx'
import { currencies, zones } from '../setup/answers.ts'
import type { Unit } from '../shapes.ts'
import { useWords } from '../words.ts'

interface StoreValues {
  name: string
  code: string
  parentId: string
  zone: string
  currency: string
  dayStartsAt: number
  legalEntity?: string
  address?: string
}

interface StoreDrawerProps {
  edited: Unit | 'new' | undefined
  close: () => void
  changed: () => void
}

const hours = Array.from({ length: 13 }, (_, hour) => ({ value: hour, label: `${String(hour).padStart(2, '0')}:00` }))

/** A store: made, changed, closed and reopened. Its currency is fixed once it is made. */
export function StoreDrawer({ edited, close, changed }: StoreDrawerProps) {
  const t = useWords()
  const required = useRequired()
  const { currency, zone } = useCell(house)
  const store = edited === 'new' ? undefined : edited
  const submit = ({ parentId, currency: money, legalEntity, address, ...values }: StoreValues) => {
    const body = { ...values, legalEntity: legalEntity?.trim() || null, address: address?.trim() || null }
    return store
      ? ask(api.PATCH('/v1/units/{id}', { params: { path: { id: store.id } }, body }))
      : ask(api.POST('/v1/units', { body: { kind: 'store', parentId, currency: money, ...body } }))
  }
  const done = () => {
    close()
    changed()
    notify(t('saved'))
  }
  return (
    <FormDrawer<StoreValues>
      open={edited !== undefined}
      onClose={close}
      title={store ? t('changeOne', { name: store.name }) : t('stores.add')}
      initial={store ? valuesOf(store) : { zone, currency, dayStartsAt: 0 }}
      submit={submit}
      onDone={done}
      extra={store && <OpenOrClose store={store} done={done} />}
    >
      <Form.Item name="name" label={t('setup.storeName')} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="code" label={t('setup.storeCode')} extra={t('setup.codeHint')} rules={required}>
        <Input maxLength={64} />
      </Form.Item>
      {!store && <UnitField name="parentId" label={t('unit.parent')} />}
      <div className="ck-form-row">
        <Form.Item name="zone" label={t('setup.zone')} rules={required}>
          <Select showSearch options={zones().map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="currency" label={t('setup.currency')} rules={required}>
          <Select disabled={Boolean(store)} options={currencies.map((value) => ({ value, label: value }))} />
        </Form.Item>
      </div>
      <Form.Item name="dayStartsAt" label={t('stores.day')} extra={t('stores.dayHint')} rules={required}>
        <Select options={hours} />
      </Form.Item>
      <Form.Item name="legalEntity" label={t('stores.legalEntity')} extra={t('stores.legalEntityHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="address" label={t('stores.address')}>
        <Input maxLength={300} />
      </Form.Item>
    </FormDrawer>
  )
}

function valuesOf(store: Unit): Partial<StoreValues> {
  return {
    name: store.name,
    code: store.code,
    zone: store.zone ?? '',
    currency: store.currency ?? '',
    dayStartsAt: store.dayStartsAt ?? 0,
    legalEntity: store.legalEntity ?? '',
    address: store.address ?? '',
  }
}

function OpenOrClose({ store, done }: { store: Unit; done: () => void }) {
  const t = useWords()
  const open = store.status === 'open'
  const path = open ? '/v1/units/{id}/close' : '/v1/units/{id}/reopen'
  const act = () => ask(api.POST(path, { params: { path: { id: store.id } } })).then(done)
  return open ? (
    <ConfirmButton label={t('unit.close')} question={t('stores.closeSure')} run={act} />
  ) : (
    <ConfirmButton label={t('unit.reopen')} question={t('stores.reopenSure')} run={act} danger={false} />
  )
}
