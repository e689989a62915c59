import { Button } from 'antd'
import { useFormats } from '../../../parts/formats.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useMay } from '../../../parts/session.ts'
import { useCounter } from '../counter.ts'
import { change } from '../desk.ts'
import { capOf, focusScan } from '../keys.ts'
import { usePrint } from '../receipt/use-print.tsx'
import type { TopUp } from '../shapes.ts'
import { maskName, useLineName } from '../texts.ts'
import type { Said } from '../use-entry.ts'
import { useWords } from '../words.ts'

/** What the last entry came to, in one line, read out as it changes. */
export function SaidLine() {
  const { entry } = useCounter()
  return (
    <div className="ck-said">
      <div role="status">{entry.said ? <Sentence said={entry.said} /> : null}</div>
      <RefusalAlert failure={entry.failure} />
    </div>
  )
}

function Sentence({ said }: { said: Said }) {
  const t = useWords()
  const { open, entry } = useCounter()
  const formats = useFormats()
  const nameOf = useLineName()
  const mayMake = useMay('members.write')
  if (said.kind === 'added' || said.kind === 'changed') {
    const values = { name: nameOf(said.line), quantity: formats.number(said.line.quantity) }
    return <p>{t(`said.${said.kind}`, values)}</p>
  }
  if (said.kind === 'nobody') {
    return (
      <p data-tone="care">
        {t('said.nobody', { tail: said.phone.slice(-4) })}
        {mayMake && (
          <Button size="small" onClick={() => open('member', said.phone)}>
            {t('said.makeMember', { keys: capOf('member') })}
          </Button>
        )}
      </p>
    )
  }
  if (said.kind === 'cleared') {
    const undo = () => {
      change(said.before)
      entry.say(undefined)
      focusScan()
    }
    return (
      <p>
        {t('said.cleared')}
        <Button size="small" onClick={undo}>
          {t('said.undo')}
        </Button>
      </p>
    )
  }
  if (said.kind === 'toppedUp') return <ToppedUp topUp={said.topUp} />
  if (said.kind === 'opened') return <p>{t('said.opened', { name: maskName(said.name) || t('member.nameless') })}</p>
  if (said.kind === 'held') return <p data-tone="care">{t('said.held', { count: entry.waiting })}</p>
  return <p data-tone="care">{t(`said.${said.kind}`)}</p>
}

function ToppedUp({ topUp }: { topUp: TopUp }) {
  const t = useWords()
  const { here } = useCounter()
  const formats = useFormats()
  const print = usePrint()
  const { principal, bonus, wallet, receipt } = topUp
  const money = (minor: number) => formats.money(minor, here.currency)
  const values = { principal: money(principal), bonus: money(bonus), receipt }
  return (
    <p data-tone="good">
      {t('said.toppedUp', { ...values, balance: money(wallet.principal + wallet.bonus) })}
      <Button size="small" onClick={print}>
        {t('topUp.print', { keys: capOf('print') })}
      </Button>
    </p>
  )
}
