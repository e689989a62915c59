import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { api, ask, type BodyOf, newKey, told } from './api.ts'
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
  // Which filters a list takes is the list's own; the server refuses the others.
  const body = { list, format, reason, ...filters } as BodyOf<'post', '/v1/exports'>
  const answer = api.POST('/v1/exports', { params: { header: told(newKey()) }, body, parseAs: 'blob' })
  const file = await ask(answer)
  const { headers } = (await answer).response
  const name = /filename="?([^";]+)/.exec(headers.get('content-disposition') ?? '')?.[1]
  saveFile(file, name ?? `${list}.${format}`)
}
