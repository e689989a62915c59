import { keep, recall } from '../../../parts/cell.ts'
import { useFormats } from '../../../parts/formats.ts'
import type { PaperWidth } from '../../../parts/PrintArea.tsx'
import { useUnitPrice } from '../../../parts/unit-price.ts'
import type { Purchase, PurchaseLine } from '../shapes.ts'
import { useCharterText, useTenderName } from '../texts.ts'
import type { Here } from '../use-here.ts'
import { useWords } from '../words.ts'
import { type Code, ScanCode } from './ScanCode.tsx'

/** The paper in the printer of this till, remembered on it. */
export const paperNow = (): PaperWidth => recall<PaperWidth>('paper') ?? 80
export const setPaper = (width: PaperWidth): void => keep('paper', width)

interface PaperProps {
  purchase: Purchase
  change: number
  here: Here
  code: Code | undefined
}

interface PaperHeadProps {
  here: Here
  title: string
  receipt: string
  occurredAt: string
}

/** Whose paper it is, what it is, and when and where it was printed for. */
export function PaperHead({ here, title, receipt, occurredAt }: PaperHeadProps) {
  const t = useWords()
  const formats = useFormats()
  const till = here.till ? here.till.name || t('till.nameless', { code: here.till.code }) : ''
  return (
    <>
      <h2>{here.houseName}</h2>
      <p>{here.storeName}</p>
      <p>{title}</p>
      <p>{receipt}</p>
      <p>{[formats.moment(occurredAt), till].filter(Boolean).join(' · ')}</p>
      <hr />
    </>
  )
}

/** A receipt for 58 or 80 mm paper. It is drawn apart from the page, so what it says comes with it. */
export function Paper({ purchase, change, here, code }: PaperProps) {
  const t = useWords()
  const formats = useFormats()
  const nameOf = useTenderName()
  const money = (minor: number) => formats.money(minor, purchase.currency)
  return (
    <>
      <PaperHead {...purchase} here={here} title={t(`receipt.${purchase.kind}`)} />
      <table>
        <tbody>
          {purchase.lines.map((line) => (
            <tr key={line.line}>
              <td>
                {line.name || line.sku}
                <br />
                <Earned line={line} purchase={purchase} />
              </td>
              <td>{money(line.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <hr />
      <table>
        <tbody>
          <tr>
            <td>{t(purchase.kind === 'sale' ? 'receipt.total' : 'receipt.back')}</td>
            <td>{money(purchase.total)}</td>
          </tr>
          {purchase.tenders.map((tender) => (
            <tr key={tender.kind}>
              <td>{nameOf(tender.kind)}</td>
              <td>{money(tender.amount)}</td>
            </tr>
          ))}
          {change > 0 && (
            <tr>
              <td>{t('pay.change')}</td>
              <td>{money(change)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {purchase.memberId && <PaperValue purchase={purchase} />}
      {code && <ScanCode code={code} />}
    </>
  )
}

/** How many, and what they earned, or why nothing. */
function Earned({ line, purchase }: { line: PurchaseLine; purchase: Purchase }) {
  const t = useWords()
  const formats = useFormats()
  const why = purchase.explained.notEarned.find((one) => one.line === line.line)?.why
  const price = useUnitPrice()
  const pieces = formats.number(line.quantity)
  const { unitPrice } = line
  const quantity =
    unitPrice === null || line.quantity === 1
      ? t('receipt.pieces', { pieces })
      : t('receipt.piecesAt', { pieces, price: price(unitPrice, purchase.currency) })
  if (!purchase.memberId) return quantity
  return t('receipt.times', {
    quantity,
    points: why && line.points === 0 ? t(`why.${why}`) : t('unit.points', { shown: formats.number(line.points) }),
  })
}

function PaperValue({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  const formats = useFormats()
  const say = useCharterText()
  const { points, wallet, explained, kind, tier } = purchase
  const money = (minor: number) => formats.money(minor, purchase.currency)
  return (
    <>
      <hr />
      <table>
        <tbody>
          {explained.given.map(({ unit, rule, units }) => (
            <tr key={`${unit} ${rule.zh}`}>
              <td>{say(rule)}</td>
              <td>{`+${formats.number(units)}`}</td>
            </tr>
          ))}
          {kind !== 'sale' && points.earned > 0 && (
            <tr>
              <td>{t('return.pointsTaken')}</td>
              <td>{`-${formats.number(points.earned)}`}</td>
            </tr>
          )}
          {points.spent > 0 && (
            <tr>
              <td>{t(kind === 'sale' ? 'receipt.pointsPaid' : 'return.pointsBack')}</td>
              <td>{`${kind === 'sale' ? '-' : '+'}${formats.number(points.spent)}`}</td>
            </tr>
          )}
          <tr>
            <td>{t('receipt.pointsNow')}</td>
            <td>{formats.number(points.balance)}</td>
          </tr>
          {wallet.principal + wallet.bonus > 0 && (
            <tr>
              <td>{t('receipt.walletNow')}</td>
              <td>{money(wallet.principal + wallet.bonus)}</td>
            </tr>
          )}
          {explained.tiers && (
            <tr>
              <td>{t('receipt.tier')}</td>
              <td>{say(explained.tiers.after)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {tier.upgraded && explained.tiers && <p>{t('receipt.upgraded', { tier: say(explained.tiers.after) })}</p>}
      {explained.endsOn && kind === 'sale' && points.earned > 0 && (
        <p>{t('receipt.ends', { day: formats.day(explained.endsOn) })}</p>
      )}
      {explained.next && (
        <p>{t('say.next', { missing: formats.number(explained.next.missing), tier: say(explained.next.name) })}</p>
      )}
    </>
  )
}
