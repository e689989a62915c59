import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Refusal } from './api.ts'
import { Dialog } from './Dialog.tsx'
import { FormDrawer } from './FormDrawer.tsx'
import { useFormats } from './formats.ts'
import { usePartWords } from './own-words.ts'
import { useSentence } from './RefusalAlert.tsx'

/** What became of one of the selected rows. */
export interface BulkOutcome {
  key: string
  /** What the row is called, for who must look at it. */
  name: string
  outcome: 'changed' | 'same' | 'refused'
  code?: string | null
  details?: Record<string, unknown> | null
}

interface BulkActionProps<Values> {
  label: string
  title: string
  /** The fields. */
  children: ReactNode
  /** Says what will happen to the rows, exactly. */
  preview: (values: Values) => ReactNode
  run: (values: Values) => Promise<BulkOutcome[]>
  /** Afterwards: the rows that were not done stay selected. */
  done: (failed: string[]) => void
  danger?: boolean
}

/** Does something with all selected rows: a preview before, and after it how many are done and which are not, and why. */
export function BulkAction<Values extends object>(props: BulkActionProps<Values>) {
  const [open, setOpen] = useState(false)
  const [outcomes, setOutcomes] = useState<BulkOutcome[]>()
  const close = () => {
    setOutcomes(undefined)
    props.done(outcomes?.filter(({ outcome }) => outcome === 'refused').map(({ key }) => key) ?? [])
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {props.label}
      </Button>
      <FormDrawer<Values, true, BulkOutcome[]>
        open={open}
        onClose={() => setOpen(false)}
        title={props.title}
        preview={{ ask: async () => true, show: (_, values) => props.preview(values) }}
        submit={props.run}
        submitLabel={props.label}
        danger={props.danger ?? false}
        onDone={(told) => {
          setOpen(false)
          setOutcomes(told)
        }}
      >
        {props.children}
      </FormDrawer>
      <Result title={props.title} outcomes={outcomes} close={close} />
    </>
  )
}

function Result({ title, outcomes, close }: { title: string; outcomes: BulkOutcome[] | undefined; close: () => void }) {
  const t = usePartWords()
  const { number } = useFormats()
  const of = (wanted: BulkOutcome['outcome']) => outcomes?.filter(({ outcome }) => outcome === wanted) ?? []
  const told = (['changed', 'same', 'refused'] as const).flatMap((wanted) => {
    const count = of(wanted).length
    return count > 0 ? [t(`bulk.${wanted}`, { count, shown: number(count) })] : []
  })
  return (
    <Dialog
      open={outcomes !== undefined}
      close={close}
      title={title}
      footer={
        <>
          <span />
          <Button type="primary" onClick={close} autoFocus>
            {t('close')}
          </Button>
        </>
      }
    >
      <p role="status">{told.join(t('bulk.join'))}</p>
      {of('refused').length > 0 && (
        <ul className="ck-bulk-failed">
          {of('refused').map((one) => (
            <Failed key={one.key} one={one} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function Failed({ one }: { one: BulkOutcome }) {
  const [failure] = useState(() => new Refusal({ code: one.code ?? '', status: 409, details: one.details ?? {} }))
  const sentence = useSentence(failure)
  return (
    <li>
      <strong>{one.name}</strong> {sentence}
    </li>
  )
}
