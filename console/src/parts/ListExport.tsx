import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { api, ask, type BodyOf, newKey, told } from './api.ts'
import { ExportButton, saveFile } from './ExportButton.tsx'
import { usePartWords } from './own-words.ts'
import { useMay } from './session.ts'

type Wish = BodyOf<'post', '/v1/exports'>

/** The filters of a list, as its export takes them. */
export type ExportFilters = Omit<Wish, 'list' | 'format' | 'reason'>

interface ListExportProps {
  list: Wish['list']
  /** What is taken out, in words: "members". */
  what: string
  /** The filters that the list shows, as the export takes them; undefined when it shows something that no file can hold. */
  filters: ExportFilters | undefined
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
  return <ExportButton what={what} run={(format, reason) => takeOut({ ...filters, list, format, reason })} />
}

async function takeOut(wish: Wish): Promise<void> {
  const answer = api.POST('/v1/exports', { params: { header: told(newKey()) }, body: wish, parseAs: 'blob' })
  const file = await ask(answer)
  const { headers } = (await answer).response
  const name = /filename="?([^";]+)/.exec(headers.get('content-disposition') ?? '')?.[1]
  saveFile(file, name ?? `${wish.list}.${wish.format}`)
}
