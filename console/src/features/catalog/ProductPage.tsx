import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useFormats } from '../../parts/formats.ts'
import { Nothing } from '../../parts/Moment.tsx'
import { Money } from '../../parts/Money.tsx'
import { Facts, RecordHead } from '../../parts/RecordHead.tsx'
import { RefusalAlert } from '../../parts/RefusalAlert.tsx'
import { useMay } from '../../parts/session.ts'
import { ProductDrawer } from './ProductDrawer.tsx'
import { Marks } from './ProductsPage.tsx'
import { productQuery, useShelves } from './queries.ts'
import type { Product } from './shapes.ts'
import { useWords } from './words.ts'
import './catalog.css'

/** One product as the till and the charter see it. */
export default function ProductPage() {
  const t = useWords()
  const { productId = '' } = useParams({ strict: false }) as { productId?: string }
  const mayManage = useMay('catalog.manage')
  const [editing, setEditing] = useState(false)
  const query = useQuery(productQuery(productId))
  const product = query.data
  return (
    <>
      <RecordHead
        back={{ to: '/catalog', label: t('title') }}
        tabTitle={t('tabTitle', { sku: product?.sku ?? '' })}
        title={query.error ? t('tabTitle', { sku: '' }) : product?.name}
        marks={product && <Marks product={product} />}
        facts={useHeadFacts(product)}
        actions={
          product &&
          mayManage && (
            <Button type="primary" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          )
        }
      />
      <RefusalAlert failure={query.error} retry={() => void query.refetch()} />
      {product && <About product={product} />}
      <ProductDrawer edited={editing ? product : undefined} close={() => setEditing(false)} />
    </>
  )
}

function useHeadFacts(product: Product | undefined): { label: string; value: ReactNode }[] {
  const t = useWords()
  const { categoryName } = useShelves()
  if (!product) return []
  return [
    { label: t('field.sku'), value: product.sku },
    {
      label: t('field.listPrice'),
      value: product.listPrice === null ? <Nothing /> : <Money minor={product.listPrice} />,
    },
    { label: t('field.category'), value: product.category ? categoryName(product.category) : <Nothing /> },
    { label: t('field.earns'), value: t(product.earns && !product.prescription ? 'earns.yes' : 'earns.no') },
  ]
}

function About({ product }: { product: Product }) {
  const t = useWords()
  const { percent } = useFormats()
  const { brandName } = useShelves()
  const facts: { label: string; value: ReactNode }[] = [
    { label: t('field.nameEn'), value: product.nameEn ?? <Nothing /> },
    { label: t('field.brand'), value: product.brand ? brandName(product.brand) : <Nothing /> },
    { label: t('field.unit'), value: product.unit ?? <Nothing /> },
    {
      label: t('field.barcodes'),
      value: product.barcodes.length > 0 ? <span className="ck-code">{product.barcodes.join(' ')}</span> : <Nothing />,
    },
    {
      label: t('field.taxRate'),
      value: product.taxRate === null ? <Nothing /> : percent(product.taxRate / 10_000),
    },
    {
      label: t('field.labels'),
      value: product.labels.length > 0 ? product.labels.map((label) => <Tag key={label}>{label}</Tag>) : <Nothing />,
    },
    { label: t('field.status'), value: t(`status.${product.status}`) },
  ]
  return (
    <section className="ck-sheet">
      <h2>{t('about')}</h2>
      <Facts facts={facts} />
      {product.prescription && <p className="ck-quiet ck-product-note">{t('prescription.text')}</p>}
    </section>
  )
}
