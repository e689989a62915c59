import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Fault, newKey, type Problem, Refusal, reached, Unreachable } from './api.ts'
import { ExportButton, type ExportFormat, saveFile } from './ExportButton.tsx'
import { usePartWords } from './own-words.ts'
import { useMay } from './session.ts'

interface ListExportProps {
  /** The list's name in `POST /v1/exports`. */
  list: string
  /** What is taken out, in words: "members". */
  what: string
  /** The filters that the list shows, as the export takes them; undefined when it shows something that no file can hold. */
  filters: Record<string, unknown> | undefined
}

/** Takes out what a list shows. Where a file could not hold the same rows it says so, instead of handing out others. */
export function ListExport({ list, what, filters }: ListExportProps) {
  const t = usePartWords()
  const may = useMay('exports.run')
  if (!may) return null
  if (!filters) {
    return (
      <Button icon={<DownloadOutlined aria-hidden />} disabled title={t('export.unfit')}>
        {t('export.button')}
      </Button>
    )
  }
  return <ExportButton what={what} run={(format, reason) => takeOut(list, format, reason, filters)} />
}

async function takeOut(list: string, format: ExportFormat, reason: string, filters: object): Promise<void> {
  const response = await fetch('/v1/exports', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'Idempotency-Key': newKey() },
    body: JSON.stringify({ list, format, reason, ...filters }),
  }).catch((cause: unknown) => {
    reached.set(false)
    throw new Unreachable('unreachable', { cause })
  })
  if (response.ok) {
    const name = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    saveFile(await response.blob(), name ?? `${list}.${format}`)
    return
  }
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>
  if (response.status >= 500) throw new Fault(problem.reference)
  throw new Refusal({ type: '', title: '', code: '', ...problem, status: response.status })
}
