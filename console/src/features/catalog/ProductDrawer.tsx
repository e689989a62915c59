import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { FormDrawer } from '../../parts/FormDrawer.tsx'
import { useRequired } from '../../parts/form-rules.ts'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { notify } from '../../parts/Notices.tsx'
import { putProduct } from './queries.ts'
import { ShelfField } from './ShelfField.tsx'
import type { Outcome, Product } from './shapes.ts'
import { useWords } from './words.ts'

type ProductValues = Omit<Product, 'productId' | 'version' | 'taxRate'> & {
  /** Per cent, as people write it. */
  tax?: number | null
}

const blank = (text: string | null | undefined) => text?.trim() || null

function productOf({ tax, sku, name, nameEn, unit, ...rest }: ProductValues) {
  return {
    ...rest,
    sku: sku.trim(),
    name: name.trim(),
    nameEn: blank(nameEn),
    unit: blank(unit),
    category: rest.category ?? null,
    brand: rest.brand ?? null,
    listPrice: rest.listPrice ?? null,
    taxRate: tax === null || tax === undefined ? null : Math.round(tax * 100),
  }
}

const valuesOf = ({ taxRate, ...product }: Product): Partial<ProductValues> => ({
  ...product,
  tax: taxRate === null ? null : taxRate / 100,
})

/** Takes a product into the catalog, or changes it; its SKU stays, because receipts name it. */
export function ProductDrawer({ edited, close }: { edited: Product | 'new' | undefined; close: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const product = edited === 'new' ? undefined : edited
  const done = ({ productId }: Outcome) => {
    close()
    notify(t('saved'))
    for (const key of ['product', 'categories', 'brands']) void client.invalidateQueries({ queryKey: [key] })
    void client.invalidateQueries({ queryKey: ['list', 'products'] })
    if (!product && productId) void navigate({ to: `/catalog/${productId}` })
  }
  return (
    <FormDrawer<ProductValues, undefined, Outcome>
      open={edited !== undefined}
      onClose={close}
      title={product ? t('editTitle', { name: product.name }) : t('add')}
      width={560}
      initial={
        product ? valuesOf(product) : { labels: [], barcodes: [], prescription: false, earns: true, status: 'active' }
      }
      submit={(values) => putProduct(productOf(values))}
      onDone={done}
    >
      <Fields fixed={Boolean(product)} />
    </FormDrawer>
  )
}

function Fields({ fixed }: { fixed: boolean }) {
  const t = useWords()
  const required = useRequired()
  const several = <Select mode="tags" tokenSeparators={[',', '，', ' ']} open={false} suffixIcon={null} />
  return (
    <>
      <Form.Item name="sku" label={t('field.sku')} rules={required} extra={t('sku.hint')}>
        <Input maxLength={64} disabled={fixed} autoFocus={!fixed} />
      </Form.Item>
      <Form.Item name="name" label={t('field.name')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('field.nameEn')}>
        <Input maxLength={200} />
      </Form.Item>
      <ShelfField name="category" />
      <ShelfField name="brand" />
      <div className="ck-form-row">
        <Form.Item name="listPrice" label={t('field.listPrice')}>
          <MoneyField />
        </Form.Item>
        <Form.Item name="unit" label={t('field.unit')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="tax" label={t('field.taxRate')}>
          <InputNumber min={0} max={100} precision={2} suffix="%" style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="barcodes" label={t('field.barcodes')} extra={t('barcodes.hint')}>
        {several}
      </Form.Item>
      <Form.Item name="labels" label={t('field.labels')} extra={t('labels.hint')}>
        {several}
      </Form.Item>
      <Form.Item name="prescription" valuePropName="checked" noStyle>
        <Checkbox>{t('mark.prescription')}</Checkbox>
      </Form.Item>
      <p className="ck-quiet ck-check-hint">{t('prescription.text')}</p>
      <Form.Item name="earns" valuePropName="checked" noStyle>
        <Checkbox>{t('earns.yes')}</Checkbox>
      </Form.Item>
      <p className="ck-quiet ck-check-hint">{t('earns.hint')}</p>
      <Form.Item name="status" label={t('field.status')} rules={required}>
        <Radio.Group
          options={(['active', 'retired'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
        />
      </Form.Item>
    </>
  )
}
