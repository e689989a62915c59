import type { Schemas } from '../../parts/api.ts'

/** What the routes of imports answer, as far as the screens use it. */
export const kinds = ['members', 'products', 'purchases', 'openings'] as const
export type ImportKind = (typeof kinds)[number]
export const states = ['ready', 'waiting', 'running', 'paused', 'done', 'failed', 'cancelled', 'undone'] as const
export type ImportState = (typeof states)[number]
export type Task = 'check' | 'run' | 'undo'

export interface Counts {
  rows: number
  accepted: number
  anonymous: number
  reported: number
  empty: number
  remarked: number
  unlisted: number
  things: number
  /** Minor units or whole units, by what they are of: `CNY.sales`, `points`. */
  sums: Record<string, number>
}

export interface Report {
  counts: Counts
  beganAt: string
  endedAt: string
  differences: { what: string; file: number; house: number }[]
  kept: { what: string; id: string; amount: number }[]
  keptCount: number
}

export interface Run {
  id: string
  kind: ImportKind
  fileName: string
  fileBytes: number
  state: ImportState
  task: Task | null
  wish: 'pause' | 'cancel' | null
  caller: string
  madeAt: string
  endedAt: string | null
  rowsDone: number
  rowsTotal: number | null
  rowsExact: boolean
  rate: number
  secondsLeft: number | null
  counts: Counts
  fault: { code: string; details: Record<string, unknown> } | null
}

export interface Field {
  key: string
  zh: string
  en: string
  needed: boolean
  personal: boolean
}

export interface Options {
  encoding?: NonNullable<Schemas['ImportOptions']['encoding']>
  delimiter?: string
  sheet?: string
  headerRow?: number
  unit: 'yuan' | 'fen'
  decimal: '.' | ','
  currency?: string
  dayOrder: 'dmy' | 'mdy'
  lunarAs: 'solar' | 'lunar'
  zone?: string
  storeId?: string
  stores: Record<string, string>
  as: 'history' | 'earning'
  source: string
  unknownMembers: 'report' | 'create'
  duplicates: 'report' | 'take'
  control: Record<string, Partial<Record<Total, number>>>
}

export const totals = ['points', 'growth', 'principal', 'bonus'] as const
export type Total = (typeof totals)[number]

/** Column of the file → field. */
export type Mapping = Record<string, string>

export interface Detail extends Run {
  shape: {
    form: 'csv' | 'xlsx'
    encoding: string
    delimiter: string
    sheets: string[]
    sheet: string
    headerRow: number
  }
  columns: string[]
  fields: Field[]
  mapping: Mapping
  options: Options
  checked: Report | null
  checkedIsStale: boolean
  report: Report | null
  undoReport: Report | null
  sameFile: string | null
}

export interface Sample {
  columns: string[]
  rows: string[][]
}

export interface Problem {
  row: number
  column: string
  value: string
  code: string
  details: Record<string, unknown>
  /** The row is in, and this is a remark. */
  taken: boolean
  wrong: string
  todo: string
}

export interface SavedMapping {
  kind: ImportKind
  name: string
  mapping: Mapping
  savedBy: string
}
