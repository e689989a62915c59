import { useFormats } from '../../../parts/formats.ts'
import type { TopUp } from '../shapes.ts'
import { useTenderName } from '../texts.ts'
import type { Here } from '../use-here.ts'
import { useWords } from '../words.ts'
import { PaperHead } from './Paper.tsx'

/** A top-up for 58 or 80 mm paper: what was paid in and how, the bonus on top, and what there is now. */
export function TopUpSlip({ topUp, name, here }: { topUp: TopUp; name: string; here: Here }) {
  const t = useWords()
  const formats = useFormats()
  const nameOf = useTenderName()
  const { principal, bonus, wallet, currency } = topUp
  const money = (minor: number) => formats.money(minor, currency)
  const paid = [
    [t('topUp.principal'), money(principal)],
    ...(bonus > 0 ? [[t('topUp.bonus'), money(bonus)]] : []),
    [nameOf(topUp.tender), money(principal)],
  ]
  const after = [
    [t('topUp.after'), money(wallet.principal + wallet.bonus)],
    [t('topUp.ofPrincipal'), money(wallet.principal)],
    [t('topUp.ofBonus'), money(wallet.bonus)],
  ]
  return (
    <>
      <PaperHead {...topUp} here={here} title={t('topUp.slip')} />
      {name && <p>{t('topUp.member', { name })}</p>}
      <Pairs rows={paid} />
      <hr />
      <Pairs rows={after} />
      <p>{t('topUp.keep')}</p>
    </>
  )
}

function Pairs({ rows }: { rows: (string | undefined)[][] }) {
  return (
    <table>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <td>{label}</td>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
