import { Button } from 'antd'
import i18next from 'i18next'
import { useState } from 'react'
import { api, ask } from '../../parts/api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { Units } from '../../parts/Money.tsx'
import { RefusalAlert } from '../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../parts/RowTable.tsx'
import type { Verdict } from './shapes.ts'
import { useWords } from './words.ts'

const days = 31

/** Recomputes the seals of the last month: whether anything was edited, deleted or slipped in since. */
export function VerifyButton() {
  const t = useWords()
  const [verdict, setVerdict] = useState<Verdict>()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState(false)
  const verify = () => {
    setBusy(true)
    setFailure(undefined)
    setVerdict(undefined)
    ask(api.GET('/v1/audit/verify', { params: { query: { days } } }))
      .then(setVerdict, setFailure)
      .finally(() => {
        setBusy(false)
        setOpen(true)
      })
  }
  return (
    <>
      <Button onClick={verify} loading={busy}>
        {t('verify')}
      </Button>
      <Dialog
        open={open}
        close={() => setOpen(false)}
        title={t('verify')}
        footer={
          <>
            <span />
            <Button onClick={() => setOpen(false)} autoFocus>
              {t('close')}
            </Button>
          </>
        }
      >
        <RefusalAlert failure={failure} />
        {verdict && <Result verdict={verdict} />}
      </Dialog>
    </>
  )
}

function Result({ verdict }: { verdict: Verdict }) {
  const t = useWords()
  const chainName = (chain: string) =>
    i18next.exists(`chain.${chain}`, { ns: 'audit' }) ? t(`chain.${chain}` as 'chain.kernel.trail') : chain
  const columns: Column<Verdict['chains'][number]>[] = [
    { key: 'chain', title: t('chain'), render: ({ chain }) => chainName(chain) },
    { key: 'rows', title: t('rows'), align: 'right', render: (chain) => <Units count={chain.rows} /> },
    { key: 'faults', title: t('faults'), align: 'right', render: (chain) => <Units count={chain.faults.length} /> },
    { key: 'through', title: t('through'), render: (chain) => <Moment value={chain.through} /> },
  ]
  return (
    <>
      <p className={verdict.faults > 0 ? 'ck-danger' : undefined}>
        {verdict.faults > 0 ? t('verify.broken', { count: verdict.faults }) : t('verify.good', { days })}
      </p>
      <div className="ck-dialog-table">
        <RowTable label={t('verify')} columns={columns} rows={verdict.chains} rowKey={(chain) => chain.chain} />
      </div>
    </>
  )
}
