/** A mistake that somebody could make: a change of the text, and the check that must go red. */
export type Defect = {
  name: string
  /** Changes, each in one file: what stands there, exactly once, and what is put in its place. */
  edits: [file: string, from: string, to: string][]
  /** The test file, and the beginning of the name of the test that must fail; `among` when it leans on those before it. */
  check: [file: string, test: string, among?: 'among']
}

const columns = (without: string) => (without ? `columns.filter((name) => name !== '${without}')` : 'columns')
const digest = (without: string) =>
  `sha256(convert_to(row(\${sql.join(${columns(without)}.map((name) => sql.ref(name)))})::text`

/** Seals that are made, and looked at, without one column of the rows. */
export const sealsWithout = (column: string): Defect['edits'] =>
  [(of: string) => `    select xid, id, ${digest(of)}`, (of: string) => `(select xid, id, ${digest(of)}`].map(
    (text) => ['server/src/modules/audit/store.ts', text(''), text(column)],
  )
