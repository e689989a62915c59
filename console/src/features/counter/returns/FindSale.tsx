import { Button, Input } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { PlainField, textsOf } from '../../../parts/PlainField.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { readReceipt } from '../calls.ts'
import { FocusFirst } from '../FocusFirst.tsx'
import type { Purchase } from '../shapes.ts'
import { useWords } from '../words.ts'

/** Opens a sale by the number on its receipt, which is good at any till. */
export function FindSale({ found }: { found: (sale: Purchase) => void }) {
  const t = useWords()
  const [failure, setFailure] = useState<unknown>()
  const [missing, setMissing] = useState<'unknown' | 'notSale'>()
  const [busy, setBusy] = useState(false)
  const find = async (number: string) => {
    setBusy(true)
    setFailure(undefined)
    setMissing(undefined)
    try {
      const purchase = await readReceipt(number)
      if (!purchase) setMissing('unknown')
      else if (purchase.kind !== 'sale') setMissing('notSale')
      else found(purchase)
    } catch (thrown) {
      setFailure(thrown)
    } finally {
      setBusy(false)
    }
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const number = textsOf(event.currentTarget)['receipt'] ?? ''
    if (number.length >= 8) void find(number.normalize('NFKC'))
    else setMissing('unknown')
  }
  return (
    <form onSubmit={onSubmit} className="ck-find-sale">
      <FocusFirst />
      <RefusalAlert failure={failure} />
      <PlainField id="receipt" label={t('return.receipt')} hint={t('return.receiptHint')}>
        <Input size="large" autoComplete="off" spellCheck={false} maxLength={64} />
      </PlainField>
      <p role="alert" className="ck-danger">
        {missing ? t(`return.${missing}`) : null}
      </p>
      <Button type="primary" size="large" htmlType="submit" loading={busy}>
        {t('return.find')}
      </Button>
    </form>
  )
}
