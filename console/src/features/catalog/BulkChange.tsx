import { useQueryClient } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { api, ask, type Schemas } from '../../parts/api.ts'
import { BulkAction, type BulkOutcome } from '../../parts/BulkAction.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useShelves } from './queries.ts'
import { ShelfField } from './ShelfField.tsx'
import type { Product } from './shapes.ts'
import { useWords } from './words.ts'

interface ChangeValues {
  status?: 'active' | 'retired'
  earns?: 'yes' | 'no'
  category?: string | null
  brand?: string | null
}

/** What of a product is told: only what was chosen. */
const changeOf = ({ status, earns, category, brand }: ChangeValues) => ({
  ...(status ? { status } : {}),
  ...(earns ? { earns: earns === 'yes' } : {}),
  ...(category ? { category } : {}),
  ...(brand ? { brand } : {}),
})

/** Changes all selected products alike: on sale or not, earning or not, their shelf; each is answered on its own. */
export function BulkChange({ rows, done }: { rows: Product[]; done: (failed: string[]) => void }) {
  const t = useWords()
  const client = useQueryClient()
  const { number } = useFormats()
  const run = async (values: ChangeValues): Promise<BulkOutcome[]> => {
    const items = rows.map(({ sku }) => ({ sku, ...changeOf(values) }))
    const answer = await ask(api.PUT('/v1/products', { body: { items } }))
    for (const queryKey of [['list', 'products'], ['product'], ['categories'], ['brands']])
      void client.invalidateQueries({ queryKey })
    return rows.map((row, at) => outcomeOf(row, answer.items[at]))
  }
  return (
    <BulkAction<ChangeValues>
      label={t('bulk.change')}
      title={t('bulk.title', { count: rows.length, shown: number(rows.length) })}
      preview={(values) => <Preview values={values} count={rows.length} />}
      run={run}
      done={done}
    >
      <Form.Item name="status" label={t('field.status')}>
        <Select
          allowClear
          placeholder={t('bulk.keep')}
          options={(['active', 'retired'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="earns" label={t('field.earns')}>
        <Select
          allowClear
          placeholder={t('bulk.keep')}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`earns.${value}`) }))}
        />
      </Form.Item>
      <ShelfField name="category" />
      <ShelfField name="brand" />
    </BulkAction>
  )
}

function outcomeOf(row: Product, told: Schemas['PutOutcome'] | undefined): BulkOutcome {
  const shared = { key: row.productId, name: row.name, code: told?.code ?? null, details: told?.details ?? null }
  if (!told || told.outcome === 'refused') return { ...shared, outcome: 'refused' }
  return { ...shared, outcome: told.outcome === 'same' ? 'same' : 'changed' }
}

function Preview({ values, count }: { values: ChangeValues; count: number }) {
  const t = useWords()
  const { number } = useFormats()
  const { categoryName, brandName } = useShelves()
  const { status, earns, category, brand } = values
  const lines = [
    ...(status ? [{ label: t('field.status'), value: t(`status.${status}`) }] : []),
    ...(earns ? [{ label: t('field.earns'), value: t(`earns.${earns}`) }] : []),
    ...(category ? [{ label: t('field.category'), value: categoryName(category) }] : []),
    ...(brand ? [{ label: t('field.brand'), value: brandName(brand) }] : []),
  ]
  if (lines.length === 0) return <p>{t('bulk.nothing')}</p>
  return (
    <>
      <p>{t('bulk.will', { count, shown: number(count) })}</p>
      <dl className="ck-before-after">
        {lines.map(({ label, value }) => (
          <div key={label} className="ck-contents">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="ck-preview-note">{t('bulk.note')}</p>
    </>
  )
}
