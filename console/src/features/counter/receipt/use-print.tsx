import { printNow } from '../../../parts/PrintArea.tsx'
import { useCounter } from '../counter.ts'
import { focusScan } from '../keys.ts'
import { Paper, paperNow } from './Paper.tsx'
import { useCode } from './ScanCode.tsx'
import { TopUpSlip } from './TopUpSlip.tsx'

/** Prints what there is to print: the receipt on screen, or the slip of the top-up that was just made. */
export function usePrint(): () => void {
  const { desk, entry, here } = useCounter()
  const { receipt } = desk
  const code = useCode(receipt?.purchase.receipt)
  return () => {
    if (receipt) {
      const { purchase, change } = receipt
      printNow(paperNow(), <Paper purchase={purchase} change={change} here={here} code={code} />)
    } else if (entry.said?.kind === 'toppedUp') {
      const { topUp, name } = entry.said
      printNow(paperNow(), <TopUpSlip topUp={topUp} name={name} here={here} />)
    } else return
    focusScan()
  }
}
