import { useFormats } from '../../../parts/formats.ts'
import { useUnitPrice } from '../../../parts/unit-price.ts'
import type { Purchase, PurchaseLine } from '../shapes.ts'
import { useWords } from '../words.ts'

/** The lines of a purchase, each with what it earned, or why it did not. */
export function ReceiptLines({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  return (
    <div className="ck-basket-scroll">
      <table className="ck-receipt-lines">
        <thead>
          <tr>
            <th scope="col">{t('basket.product')}</th>
            <th scope="col">{t('basket.quantity')}</th>
            <th scope="col">{t('basket.amount')}</th>
            <th scope="col">{t('basket.points')}</th>
          </tr>
        </thead>
        <tbody>
          {purchase.lines.map((line) => (
            <Row key={line.line} line={line} purchase={purchase} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ line, purchase }: { line: PurchaseLine; purchase: Purchase }) {
  const t = useWords()
  const formats = useFormats()
  const price = useUnitPrice()
  const why = purchase.explained.notEarned.find((one) => one.line === line.line)?.why
  const sign = purchase.kind === 'sale' || line.points === 0 ? '' : '-'
  return (
    <tr>
      <th scope="row">
        {line.name || line.sku}
        {line.unitPrice !== null && line.quantity !== 1 && (
          <span className="ck-basket-note">
            {t('receipt.each', { price: price(line.unitPrice, purchase.currency) })}
          </span>
        )}
        {line.returned > 0 && (
          <span className="ck-basket-note">{t('receipt.returned', { quantity: formats.number(line.returned) })}</span>
        )}
      </th>
      <td className="ck-figures">{formats.number(line.quantity)}</td>
      <td className="ck-figures">{formats.money(line.amount, purchase.currency)}</td>
      <td className="ck-figures">
        {why && line.points === 0 ? (
          <span className="ck-quiet">{t(`why.${why}`)}</span>
        ) : (
          `${sign}${formats.number(line.points)}`
        )}
      </td>
    </tr>
  )
}
