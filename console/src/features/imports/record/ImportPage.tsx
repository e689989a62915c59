import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { firstOf, useAddress } from '../../../parts/address.ts'
import { Moment } from '../../../parts/Moment.tsx'
import { Units } from '../../../parts/Money.tsx'
import { RecordHead } from '../../../parts/RecordHead.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useSystemName } from '../../../parts/system-name.ts'
import { useBytes } from '../names.ts'
import { importQuery } from '../queries.ts'
import { StateTag } from '../StateTag.tsx'
import type { Detail } from '../shapes.ts'
import { useWords } from '../words.ts'
import { CheckedView } from './CheckedView.tsx'
import { MappingView } from './MappingView.tsx'
import { ReportView } from './ReportView.tsx'
import { WorkView } from './WorkView.tsx'
import '../imports.css'

/** One import, from the file to its report; what is shown is where it stands on the server, so a reload loses nothing. */
export default function ImportPage() {
  const t = useWords()
  const systemName = useSystemName()
  const { importId = '' } = useParams({ strict: false }) as { importId?: string }
  const client = useQueryClient()
  const bytes = useBytes()
  const query = useQuery(importQuery(importId))
  const run = query.data
  const rows = run?.rowsInFile
  const changed = () => {
    void client.invalidateQueries({ queryKey: ['import', importId] })
    void client.invalidateQueries({ queryKey: ['list', 'imports'] })
  }
  return (
    <>
      <RecordHead
        back={{ to: '/imports', label: t('title') }}
        tabTitle={t('tabTitle', { file: run?.fileName ?? '' })}
        title={query.error ? t('title') : run?.fileName}
        marks={run && <StateTag run={run} />}
        facts={
          run
            ? [
                { label: t('kind'), value: t(`kind.${run.kind}`) },
                {
                  label: run.rowsExact ? t('rows') : t('rows.about'),
                  value: rows === null || rows === undefined ? t('rows.unknown') : <Units count={rows} />,
                },
                { label: t('size'), value: bytes(run.fileBytes) },
                { label: t('by'), value: systemName(run.caller) ?? run.caller },
                { label: t('at'), value: <Moment value={run.madeAt} /> },
              ]
            : []
        }
      />
      <RefusalAlert failure={query.error} retry={() => void query.refetch()} />
      {run && <Stage run={run} changed={changed} />}
    </>
  )
}

/** What there is to do now: match the columns, look at the check, wait, or read the report. */
function Stage({ run, changed }: { run: Detail; changed: () => void }) {
  const [address] = useAddress()
  const { state } = run
  if (state === 'ready') {
    const fresh = run.checked && !run.checkedIsStale
    if (fresh && firstOf(address['step']) !== 'mapping')
      return <CheckedView run={run} report={run.checked} changed={changed} />
    return <MappingView run={run} changed={changed} />
  }
  if (state === 'done' || state === 'undone' || (state === 'cancelled' && run.task === 'run'))
    return <ReportView run={run} changed={changed} />
  return <WorkView run={run} changed={changed} />
}
