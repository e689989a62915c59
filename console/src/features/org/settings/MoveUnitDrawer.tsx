import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { useFormats } from '../../../parts/formats.ts'
import { notify } from '../../../parts/Notices.tsx'
import { unitsQuery } from '../queries.ts'
import type { Unit, UnitKind } from '../shapes.ts'
import { useWords } from '../words.ts'

/** Under which kinds a kind may lie; the server says the same. */
const under: Record<UnitKind, readonly UnitKind[]> = {
  group: [],
  brand: ['group'],
  region: ['group', 'brand', 'region'],
  store: ['group', 'brand', 'region'],
  department: ['group', 'brand', 'region', 'store', 'department'],
}

/** Moves a unit with all below it; before it does, it says what goes along and whose roles reach it then. */
export function MoveUnitDrawer({ unit, close }: { unit: Unit | undefined; close: () => void }) {
  const t = useWords()
  const required = useRequired()
  const client = useQueryClient()
  const units = useQuery(unitsQuery).data?.items ?? []
  const places = unit
    ? units.filter(
        ({ id, kind, path, status }) =>
          status === 'open' && under[unit.kind].includes(kind) && !path.includes(unit.id) && id !== unit.parentId,
      )
    : []
  return (
    <FormDrawer<{ parentId: string }, Unit[]>
      open={unit !== undefined}
      onClose={close}
      title={t('unit.moveOne', { name: unit?.name ?? '' })}
      preview={{
        ask: async () => (await client.fetchQuery({ ...unitsQuery, staleTime: 0 })).items,
        show: (all, { parentId }) => unit && <Preview unit={unit} all={all} parentId={parentId} />,
      }}
      submit={(body) => ask(api.POST('/v1/units/{id}/move', { params: { path: { id: unit?.id ?? '' } }, body }))}
      submitLabel={t('unit.move')}
      onDone={() => {
        close()
        notify(t('unit.moved'))
        void client.invalidateQueries()
      }}
    >
      <Form.Item name="parentId" label={t('unit.moveTo')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={places.map(({ id, name, path }) => ({
            value: id,
            label: `${'　'.repeat(path.length - 1)}${name}`,
          }))}
        />
      </Form.Item>
    </FormDrawer>
  )
}

function Preview({ unit, all, parentId }: { unit: Unit; all: Unit[]; parentId: string }) {
  const t = useWords()
  const { number } = useFormats()
  const nameOf = (id: string | null) => all.find((one) => one.id === id)?.name ?? ''
  const along = all.filter(({ id, path }) => id !== unit.id && path.includes(unit.id))
  const words = { name: unit.name, from: nameOf(unit.parentId), to: nameOf(parentId) }
  return (
    <>
      <p>{t('unit.moveWill', words)}</p>
      <dl className="ck-before-after">
        <div className="ck-contents">
          <dt>{t('unit.moveAlong')}</dt>
          <dd className="ck-figures">{number(along.length)}</dd>
        </div>
        <div className="ck-contents">
          <dt>{t('unit.moveStores')}</dt>
          <dd className="ck-figures">{number(along.filter(({ kind }) => kind === 'store').length)}</dd>
        </div>
      </dl>
      <p className="ck-preview-note">{t('unit.moveNote', { from: words.from })}</p>
    </>
  )
}
