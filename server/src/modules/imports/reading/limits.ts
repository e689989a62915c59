/** What a file may be, so that no file takes the house down. A file beyond them is refused with a sentence that names the limit. */
export const limits = {
  /** Bytes of an uploaded file. */
  uploadBytes: 8 * 1024 ** 3,
  /** Bytes that may come out of a packed file … */
  unpackedBytes: 24 * 1024 ** 3,
  /** … and how many out of each packed byte, once `ratioFromBytes` came out. Real sheets stay below 100, bombs begin at 1,000. */
  ratio: 250,
  ratioFromBytes: 64 * 1024 ** 2,
  /** Characters of one row, or of one piece of a sheet's XML. */
  rowBytes: 1024 ** 2,
  columns: 500,
  /** What a sheet of a spreadsheet can have. */
  sheetRows: 1_048_576,
  /** Empty rows in a row. */
  emptyRows: 1_000_000,
  zipEntries: 5_000,
  sheets: 500,
  /** Bytes of the distinct texts of a spreadsheet, which have to be kept while it is read. */
  textBytes: 64 * 1024 ** 2,
  texts: 4_000_000,
  xmlDepth: 64,
  /** How many rows are looked at to find the header. */
  headerRows: 60,
} as const
