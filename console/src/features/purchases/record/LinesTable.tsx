import { useFormats } from '../../../parts/formats.ts'
import { Money } from '../../../parts/Money.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
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

function useColumns({ kind, currency, lines, tenders }: Purchase): Column<Line>[] {
  const t = useWords()
  const { number, money } = useFormats()
  const tenderName = useTenderName()
  const quantity = (value: number) => number(value, { maximumFractionDigits: 3 })
  const reduced = lines.some((line) => line.listAmount !== line.amount)
  const priced = lines.some((line) => line.unitPrice !== null)
  const back = kind === 'sale' && lines.some((line) => line.returned > 0)
  const right = 'right' as const
  return [
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
    ...(priced
      ? [
          {
            key: 'unitPrice',
            title: t('line.unitPrice'),
            align: right,
            render: (line: Line) =>
              line.unitPrice === null ? null : (
                <span className="ck-figures">{money(Math.round(line.unitPrice), currency)}</span>
              ),
          },
        ]
      : []),
    {
      key: 'quantity',
      title: t('line.quantity'),
      align: right,
      render: (line) => <span className="ck-figures">{quantity(line.quantity)}</span>,
    },
    ...(back
      ? [
          {
            key: 'returned',
            title: t('line.returned'),
            align: right,
            render: (line: Line) => <span className="ck-figures">{line.returned > 0 && quantity(line.returned)}</span>,
          },
        ]
      : []),
    ...(reduced
      ? [
          {
            key: 'listAmount',
            title: t('line.listAmount'),
            align: right,
            render: (line: Line) =>
              line.listAmount === line.amount ? null : (
                <s className="ck-quiet">
                  <Money minor={line.listAmount} currency={currency} />
                </s>
              ),
          },
        ]
      : []),
    {
      key: 'amount',
      title: t('field.amount'),
      align: right,
      render: (line) => <Money minor={line.amount} currency={currency} />,
    },
    // One way of paying paid every line whole; only several have parts to tell.
    ...(tenders.length > 1
      ? tenders.map((tender, at) => ({
          key: `tender ${tender.kind}`,
          title: tenderName(tender.kind),
          align: right,
          render: (line: Line) => <Money minor={line.tenders[at] ?? 0} currency={currency} />,
        }))
      : []),
  ]
}
