import { useFormats } from '../../../parts/formats.ts'
import { Money } from '../../../parts/Money.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { useUnitPrice } from '../../../parts/unit-price.ts'
import { useTenderName } from '../names.ts'
import type { Line, Purchase } from '../shapes.ts'
import { useWords } from '../words.ts'

/** What was bought, line by line: price, how it was paid, what came back. */
export function LinesTable({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  const columns = useColumns(purchase)
  const { currency } = purchase
  const before = columns.findIndex((column) => column.key === 'amount')
  return (
    <section className="ck-part">
      <h2>{t('lines')}</h2>
      <RowTable
        label={t('lines')}
        columns={columns}
        rows={purchase.lines}
        rowKey={(line) => String(line.line)}
        foot={
          <tr>
            <td colSpan={before}>{t('sum')}</td>
            <td data-align="right">
              <Money minor={purchase.total} currency={currency} />
            </td>
            {purchase.tenders.length > 1 &&
              purchase.tenders.map((tender) => (
                <td key={tender.kind} data-align="right">
                  <Money minor={tender.amount} currency={currency} />
                </td>
              ))}
          </tr>
        }
      />
    </section>
  )
}

const right = 'right' as const

function useColumns({ kind, currency, lines, tenders }: Purchase): Column<Line>[] {
  const t = useWords()
  const { number } = useFormats()
  const money = useMoneyColumns(currency, tenders)
  const quantity = (value: number) => number(value, { maximumFractionDigits: 3 })
  const reduced = lines.some((line) => line.listAmount !== line.amount)
  const priced = lines.some((line) => line.unitPrice !== null)
  const back = kind === 'sale' && lines.some((line) => line.returned > 0)
  const columns: (Column<Line> | false)[] = [
    {
      key: 'line',
      title: t('line.no'),
      render: (line) => <span className="ck-figures">{line.line}</span>,
      width: '56px',
    },
    {
      key: 'name',
      title: t('line.product'),
      render: (line) => (
        <>
          {line.name || line.sku} {line.name && <span className="ck-quiet ck-code">{line.sku}</span>}
        </>
      ),
    },
    priced && money.unitPrice,
    {
      key: 'quantity',
      title: t('line.quantity'),
      align: right,
      render: (line) => <span className="ck-figures">{quantity(line.quantity)}</span>,
    },
    back && {
      key: 'returned',
      title: t('line.returned'),
      align: right,
      render: (line) => <span className="ck-figures">{line.returned > 0 && quantity(line.returned)}</span>,
    },
    reduced && money.listAmount,
    money.amount,
    // One way of paying paid every line whole; only several have parts to tell.
    ...(tenders.length > 1 ? money.tenders : []),
  ]
  return columns.filter((column) => column !== false)
}

/** The columns that say money: price asked, before the price asked, amount, and what each tender paid of it. */
function useMoneyColumns(currency: string, tenders: Purchase['tenders']) {
  const t = useWords()
  const price = useUnitPrice()
  const tenderName = useTenderName()
  const column = (key: string, title: string, render: Column<Line>['render']): Column<Line> => ({
    key,
    title,
    align: right,
    render,
  })
  return {
    unitPrice: column('unitPrice', t('line.unitPrice'), (line) =>
      line.unitPrice === null ? null : <span className="ck-figures">{price(line.unitPrice, currency)}</span>,
    ),
    listAmount: column('listAmount', t('line.listAmount'), (line) =>
      line.listAmount === line.amount ? null : (
        <s className="ck-quiet">
          <Money minor={line.listAmount} currency={currency} />
        </s>
      ),
    ),
    amount: column('amount', t('field.amount'), (line) => <Money minor={line.amount} currency={currency} />),
    tenders: tenders.map((tender, at) =>
      column(`tender ${tender.kind}`, tenderName(tender.kind), (line) => (
        <Money minor={line.tenders[at] ?? 0} currency={currency} />
      )),
    ),
  }
}
