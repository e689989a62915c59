import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../parts/api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { notify } from '../../parts/Notices.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RefusalAlert } from '../../parts/RefusalAlert.tsx'
import { useMay } from '../../parts/session.ts'
import { useOnce } from '../../parts/use-once.ts'
import { Certificates } from './Certificates.tsx'
import { Copies } from './Copies.tsx'
import { JobPanel } from './JobPanel.tsx'
import { Standing, Warnings } from './Standing.tsx'
import type { Status } from './shapes.ts'
import { useWords } from './words.ts'
import './backups.css'

const statusKey = ['backups']

/** Whether the house is backed up, how much could be lost right now, and whether a restore was ever proven. */
export default function BackupsPage() {
  const t = useWords()
  const status = useQuery({
    queryKey: statusKey,
    queryFn: () => ask(api.GET('/v1/backups')),
    refetchInterval: ({ state }) => (state.data?.job ? 1_000 : 15_000),
  })
  const [failure, setFailure] = useState<unknown>()
  const { data } = status
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={data?.mode && <Doing status={data} failed={setFailure} />}
      />
      <RefusalAlert failure={failure ?? status.error} retry={() => void status.refetch()} />
      {data?.mode === null && <NotYet embedded={data.embedded} />}
      {data?.mode && (
        <div className="ck-backups">
          <Warnings status={data} />
          <Standing status={data} />
          {data.job && <JobPanel job={data.job} />}
          {!data.job && data.lastJobs.map((job) => job.step === 'failed' && <JobPanel key={job.id} job={job} />)}
          <Certificates newest={data.lastCertificate?.id} />
          <Copies status={data} />
        </div>
      )}
    </>
  )
}

function Doing({ status, failed }: { status: Status; failed: (failure: unknown) => void }) {
  const t = useWords()
  const client = useQueryClient()
  const once = useOnce()
  const [busy, setBusy] = useState(false)
  if (!useMay('backups.run')) return null
  const run = (work: () => Promise<unknown>, said: string) =>
    once(async () => {
      setBusy(true)
      failed(undefined)
      try {
        await work()
        notify(said)
      } catch (thrown) {
        failed(thrown)
      } finally {
        await client.invalidateQueries({ queryKey: statusKey })
        setBusy(false)
      }
    })
  const held = busy || status.job !== null
  return (
    <>
      <Button
        disabled={held || !status.drill.possible}
        onClick={() => void run(() => ask(api.POST('/v1/backups/drills', {})), t('drill.asked'))}
      >
        {t('drill.now')}
      </Button>
      <Button
        type="primary"
        disabled={held}
        onClick={() => void run(() => ask(api.POST('/v1/backups', {})), t('backup.asked'))}
      >
        {t('backup.now')}
      </Button>
    </>
  )
}

/** Exactly what to set, for whoever looks after the machine. */
function NotYet({ embedded }: { embedded: boolean }) {
  const t = useWords()
  const lines = embedded
    ? ['CHANGKE_BACKUPS=/mnt/backup npm start']
    : ['CHANGKE_BACKUPS=/mnt/backup', 'CHANGKE_DRILL_DATABASE_URL=postgres://owner:password@host:5432/drill']
  return (
    <EmptyState
      title={t('empty.title')}
      text={t(embedded ? 'empty.embedded' : 'empty.own')}
      action={
        <>
          <pre className="ck-code ck-pre">{lines.join('\n')}</pre>
          <p className="ck-quiet">{t('empty.key')}</p>
        </>
      }
    />
  )
}
