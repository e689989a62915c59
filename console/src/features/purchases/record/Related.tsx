import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ask } from '../../../parts/api.ts'
import { Moment } from '../../../parts/Moment.tsx'
import { Money } from '../../../parts/Money.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import type { Purchase, PurchaseHead } from '../shapes.ts'
import { useWords } from '../words.ts'

/** The sale of a return, or the returns of a sale. */
export function Related({ purchase }: { purchase: Purchase }) {
  if (purchase.saleId) return <SaleOf saleId={purchase.saleId} />
  const back = purchase.kind === 'sale' && purchase.lines.some((line) => line.returned > 0)
  return back ? <ReturnsOf sale={purchase} /> : null
}

function SaleOf({ saleId }: { saleId: string }) {
  const t = useWords()
  const { data, error } = useQuery({
    queryKey: ['purchase', saleId],
    queryFn: () => ask(api.GET('/v1/purchases/{id}', { params: { path: { id: saleId } } })),
  })
  return (
    <section className="ck-sheet">
      <h2>{t('related.sale')}</h2>
      <RefusalAlert failure={error} />
      {data && <OneRelated purchase={data} />}
    </section>
  )
}

/** Returns of a sale, also those without receipt that were matched with it; those of stores out of reach are not told. */
function ReturnsOf({ sale }: { sale: Purchase }) {
  const t = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['purchase', sale.id, 'returns'],
    queryFn: () => ask(api.GET('/v1/purchases', { params: { query: { saleId: sale.id, limit: 200 } } })),
  })
  return (
    <section className="ck-sheet">
      <h2>{t('related.returns')}</h2>
      <RefusalAlert failure={error} retry={() => void refetch()} />
      {data?.items.length === 0 && <p className="ck-quiet">{t('related.elsewhere')}</p>}
      {data?.items.map((one) => (
        <OneRelated key={one.id} purchase={one} />
      ))}
    </section>
  )
}

function OneRelated({ purchase }: { purchase: PurchaseHead | Purchase }) {
  return (
    <p className="ck-related">
      <Link to={`/purchases/${purchase.id}`} className="ck-code">
        {purchase.receipt}
      </Link>
      <Moment value={purchase.occurredAt} />
      <Money minor={purchase.total} currency={purchase.currency} />
    </p>
  )
}
