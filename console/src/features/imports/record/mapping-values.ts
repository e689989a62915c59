import type { Detail, Mapping, Options, Sample, Total } from '../shapes.ts'

/** What the form of columns and options holds. A store that the file names by its own word is a row of `stores`. */
export interface MappingValues {
  mapping: Record<string, string | null | undefined>
  options: Omit<Options, 'stores' | 'control'>
  stores: { name?: string; storeId?: string }[]
  control: Partial<Record<Total, number | null>>
  saveAs?: string
}

/** What the form begins with. */
export const valuesOf = ({ mapping, options, columns }: Detail): MappingValues => {
  const { stores, control, ...rest } = options
  return {
    mapping: Object.fromEntries(columns.map((column) => [column, mapping[column] ?? null])),
    options: rest,
    stores: Object.entries(stores).map(([name, storeId]) => ({ name, storeId })),
    control: control['all'] ?? {},
  }
}

/** The body of the command that keeps it. */
export function bodyOf({ mapping, options, stores, control, saveAs }: MappingValues, before: Detail) {
  const totals = Object.fromEntries(
    Object.entries(control).flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, value]])),
  )
  return {
    mapping: mapped(mapping),
    options: {
      ...before.options,
      ...present(options),
      stores: Object.fromEntries(stores.flatMap(({ name, storeId }) => (name && storeId ? [[name, storeId]] : []))),
      control: Object.keys(totals).length > 0 ? { ...before.options.control, all: totals } : {},
    },
    ...(saveAs?.trim() ? { saveAs: saveAs.trim() } : {}),
  }
}

/** The columns that are read. */
export const mapped = (mapping: MappingValues['mapping']): Mapping =>
  Object.fromEntries(Object.entries(mapping).flatMap(([column, field]) => (field ? [[column, field]] : [])))

const present = <T extends object>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as T

/** What the file calls its stores, as far as its first rows tell: what is no code and no name of a store of ours. */
export function strangeStores(
  sample: Sample | undefined,
  mapping: Mapping,
  known: { code: string; name: string }[],
): string[] {
  const column = Object.entries(mapping).find(([, field]) => field === 'store' || field === 'homeStore')?.[0]
  const at = sample?.columns.indexOf(column ?? '') ?? -1
  if (!sample || at < 0) return []
  const codes = new Set(known.flatMap(({ code, name }) => [code.toLowerCase(), name.toLowerCase()]))
  const names = sample.rows.map((row) => (row[at] ?? '').trim()).filter(Boolean)
  return [...new Set(names)].filter((name) => !codes.has(name.toLowerCase()))
}

/** Up to three different examples of what stands in a column. */
export const examplesOf = (sample: Sample | undefined, column: string): string[] => {
  const at = sample?.columns.indexOf(column) ?? -1
  if (!sample || at < 0) return []
  return [...new Set(sample.rows.map((row) => row[at] ?? '').filter(Boolean))].slice(0, 3)
}
