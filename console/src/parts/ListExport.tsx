import { api, ask, type BodyOf, newKey, told } from './api.ts'
import { ExportButton, saveFile } from './ExportButton.tsx'
import type { Chosen } from './list-state.ts'
import { preferences } from './preferences.ts'
import { useMay } from './session.ts'

type Wish = BodyOf<'post', '/v1/exports'>

/** The filters of a list, as its export takes them. */
export type ExportFilters = Omit<Wish, 'list' | 'format' | 'reason'>

interface ListExportProps {
  list: Wish['list']
  /** What is taken out, in words: "members". */
  what: string
  /** Every filter that the list shows, as the export takes them: the file holds the same rows. */
  filters: ExportFilters
  /** The list has personal columns, which stand in clear in the file for who may see them and says so. */
  personal?: boolean
}

/** Takes out what a list shows, in the language of the moment. */
export function ListExport({ list, what, filters, personal = false }: ListExportProps) {
  const may = useMay('exports.run')
  const mayReveal = useMay('members.reveal') && personal
  if (!may) return null
  const take = (format: Wish['format'], reason: string, reveal: boolean) =>
    takeOut({ ...filters, list, format, reason, reveal, language: preferences.get().language })
  return <ExportButton what={what} mayReveal={mayReveal} run={take} />
}

async function takeOut(wish: Wish): Promise<void> {
  const answer = api.POST('/v1/exports', { params: { header: told(newKey()) }, body: wish, parseAs: 'blob' })
  const file = await ask(answer)
  const { headers } = (await answer).response
  const name = /filename="?([^";]+)/.exec(headers.get('content-disposition') ?? '')?.[1]
  saveFile(file, name ?? `${wish.list}.${wish.format}`)
}

/** Filters of which each has one value, as most lists' are. */
export const singles = (chosen: Chosen): ExportFilters =>
  Object.fromEntries(Object.entries(chosen).map(([key, values]) => [key, values[0]]))
