/** A row as it stands in the file: its number as a spreadsheet counts it (the first is 1), and its cells as text. */
export type Row = { at: number; cells: string[] }

/** How a file is read, as it was found out when it came. */
export type Shape = {
  form: 'csv' | 'xlsx'
  packed: boolean
  encoding: string
  delimiter: string
  /** The sheets of a spreadsheet, and the one that is read. */
  sheets: string[]
  sheet: string
  /** The row with the names of the columns; 0: there is none. */
  headerRow: number
}

/** What somebody says about a file, over what was found out. */
export type Wish = {
  encoding?: string | undefined
  delimiter?: string | undefined
  sheet?: string | undefined
  headerRow?: number | undefined
}

/** The value of a cell of which a spreadsheet keeps a formula but no result. */
export const noResult = '#?'

/** Whether a cell holds a spreadsheet's error instead of a value. */
export const isSheetError = (text: string): boolean =>
  text.startsWith('#') && /^#(\?|N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/.test(text)

/** The encodings that somebody may name; without a word the house finds out between the first four. */
export const encodings = [
  'utf-8',
  'gb18030',
  'utf-16le',
  'utf-16be',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
] as const
