import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, ask, type Listed, type QueryOf } from '../../parts/api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { ListExport, singles } from '../../parts/ListExport.tsx'
import { ListPage } from '../../parts/ListPage.tsx'
import { type Asked, besideSearch, chosenOne, type Filter, useFilters } from '../../parts/list-state.ts'
import { Nothing } from '../../parts/Moment.tsx'
import { Money } from '../../parts/Money.tsx'
import type { Column } from '../../parts/RowTable.tsx'
import { useMay } from '../../parts/session.ts'
import { BulkChange } from './BulkChange.tsx'
import { ProductDrawer } from './ProductDrawer.tsx'
import { useShelves } from './queries.ts'
import type { Product } from './shapes.ts'
import { useWords } from './words.ts'
import './catalog.css'

/** What is sold: found by SKU, barcode, name or pinyin, or listed by shelf. */
export default function ProductsPage() {
  const t = useWords()
  const mayManage = useMay('catalog.manage')
  const mayImport = useMay('imports.run')
  const [making, setMaking] = useState(false)
  const all = useProductFilters()
  const { chosen } = useFilters('products', all)
  const filters = besideSearch(all, chosen)
  const add = mayManage && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('add')}
    </Button>
  )
  const bring = mayImport && <LinkButton to="/imports">{t('import')}</LinkButton>
  return (
    <>
      <ListPage<Product>
        name="products"
        title={t('title')}
        columns={useColumns()}
        filters={filters}
        rowKey={(product) => product.productId}
        to={(product) => `/catalog/${product.productId}`}
        read={readProducts}
        actions={
          <>
            {bring}
            {add}
          </>
        }
        exporter={(shown) => <ListExport list="products" what={t('title')} filters={singles(shown)} />}
        bulk={mayManage ? (rows, done) => <BulkChange rows={rows} done={done} /> : undefined}
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
      <ProductDrawer edited={making ? 'new' : undefined} close={() => setMaking(false)} />
    </>
  )
}

async function readProducts({ filters, cursor, limit }: Asked): Promise<Listed<Product>> {
  const q = chosenOne(filters, 'q')
  if (q !== undefined) {
    const found = await ask(api.POST('/v1/products/find', { body: { code: q } }))
    const total = found.more ? {} : { total: { count: found.items.length, exact: true } }
    return { items: found.items, next: null, ...total }
  }
  const query: QueryOf<'get', '/v1/products'> = {
    category: chosenOne(filters, 'category'),
    brand: chosenOne(filters, 'brand'),
    label: chosenOne(filters, 'label'),
    status: chosenOne(filters, 'status'),
    cursor,
    limit,
  }
  return ask(api.GET('/v1/products', { params: { query } }))
}

function useProductFilters(): Filter[] {
  const t = useWords()
  const { categories, brands, categoryName, brandName } = useShelves()
  return [
    { key: 'q', label: t('search'), kind: 'text', width: 280 },
    {
      key: 'category',
      label: t('field.category'),
      kind: 'choice',
      width: 176,
      options: categories.map(({ code, path }) => ({
        value: code,
        label: `${'　'.repeat(path.length - 1)}${categoryName(code)}`,
      })),
    },
    {
      key: 'brand',
      label: t('field.brand'),
      kind: 'choice',
      options: brands.map(({ code }) => ({ value: code, label: brandName(code) })),
    },
    { key: 'label', label: t('field.label'), kind: 'text', width: 136 },
    {
      key: 'status',
      label: t('field.status'),
      kind: 'choice',
      width: 128,
      options: (['active', 'retired'] as const).map((value) => ({ value, label: t(`status.${value}`) })),
    },
  ]
}

function useColumns(): Column<Product>[] {
  const t = useWords()
  const { categoryName, brandName } = useShelves()
  return [
    { key: 'name', title: t('field.name'), render: (product) => product.name, always: true },
    { key: 'sku', title: t('field.sku'), render: (product) => <span className="ck-code">{product.sku}</span> },
    {
      key: 'barcodes',
      title: t('field.barcodes'),
      render: ({ barcodes }) =>
        barcodes.length > 0 ? <span className="ck-code">{barcodes.join(' ')}</span> : <Nothing />,
    },
    {
      key: 'category',
      title: t('field.category'),
      render: ({ category }) => (category ? categoryName(category) : <Nothing />),
    },
    { key: 'brand', title: t('field.brand'), render: ({ brand }) => (brand ? brandName(brand) : <Nothing />) },
    {
      key: 'listPrice',
      title: t('field.listPrice'),
      align: 'right',
      render: ({ listPrice }) => (listPrice === null ? <Nothing /> : <Money minor={listPrice} />),
    },
    { key: 'marks', title: t('field.marks'), render: (product) => <Marks product={product} /> },
    {
      key: 'labels',
      title: t('field.labels'),
      render: ({ labels }) => labels.map((label) => <Tag key={label}>{label}</Tag>),
      shown: false,
    },
  ]
}

/** What the till must know of a product. */
export function Marks({ product }: { product: Product }) {
  const t = useWords()
  return (
    <>
      {product.prescription && <Tag color="warning">{t('mark.prescription')}</Tag>}
      {!product.earns && <Tag>{t('mark.noPoints')}</Tag>}
      {product.status === 'retired' && <Tag color="error">{t('status.retired')}</Tag>}
    </>
  )
}
