import { z } from 'zod'
import { Code, Currency, Id, Line, listOf, Moment, Page, pageBy, Zone } from '#kernel/fields.ts'
import { refusals } from '#kernel/refusal.ts'
import { encodings } from './reading/table.ts'

/** Refusals of files come with what is wrong in the details (row, column, limit); the sentences are in words.ts. */
export const refuse = refusals({
  /** A list for export has no such filter. Details: `list`, `filters`. */
  'imports.filter_unknown': 400,
  'imports.unknown': 404,
  'imports.empty_file': 422,
  /** Neither a spreadsheet nor a text in rows. */
  'imports.not_a_table': 422,
  /** An .xls, or a spreadsheet with a password. */
  'imports.old_form': 422,
  'imports.locked': 422,
  'imports.wrong_encoding': 422,
  'imports.damaged': 422,
  'imports.bomb': 422,
  'imports.entities': 422,
  'imports.row_too_long': 422,
  'imports.quote_open': 422,
  'imports.too_many_columns': 422,
  'imports.too_many_rows': 422,
  'imports.too_many_empty_rows': 422,
  'imports.too_many_texts': 422,
  'imports.too_large': 413,
  'imports.headers_twice': 422,
  'imports.no_header': 422,
  'imports.sheet_unknown': 422,
  /** The staged file is not where this process looks. */
  'imports.file_lost': 410,
  'imports.file_spoilt': 410,
  /** Details: column. */
  'imports.column_unknown': 422,
  /** Details: field. */
  'imports.field_unknown': 422,
  'imports.field_twice': 422,
  /** Details: fields, of which one at least is needed. */
  'imports.fields_missing': 422,
  /** Details: option. */
  'imports.option_missing': 422,
  'imports.store_unknown': 422,
  /** Details: state. It cannot be done with an import in this state. */
  'imports.not_now': 409,
  /** Details: the run that took the same file in. */
  'imports.same_file': 409,
  /** What concerns the whole house is imported by who may act in all of it. */
  'imports.needs_whole_house': 403,
  /** Details: differences. The control totals are not those of the file. */
  'imports.control_differs': 409,
  'imports.mapping_unknown': 404,
  /** A fault of the house, which its log explains. */
  'imports.fault': 500,
})

export const Kind = z.enum(['members', 'products', 'purchases', 'openings'])
export type Kind = z.infer<typeof Kind>

export const State = z.enum(['ready', 'waiting', 'running', 'paused', 'done', 'failed', 'cancelled', 'undone'])
export type State = z.infer<typeof State>
export const Task = z.enum(['check', 'run', 'undo'])
export type Task = z.infer<typeof Task>

/** Column of the file → field of the kind; columns that are left out are not read. */
export const Mapping = z.record(z.string().max(100), z.string().max(60))
export type Mapping = z.infer<typeof Mapping>

const Totals = z.object({
  points: z.int().optional(),
  growth: z.int().optional(),
  principal: z.int().optional(),
  bonus: z.int().optional(),
})

export const Options = z
  .object({
    encoding: z.enum(encodings).optional(),
    delimiter: z.string().length(1).optional(),
    sheet: Line(100).optional(),
    /** The row with the names of the columns; 0 when there is none. */
    headerRow: z.int().min(0).max(60).optional(),
    /** Amounts are in yuan (dollars, pounds …), or in fen (cents, pence …). */
    unit: z.enum(['yuan', 'fen']).default('yuan'),
    decimal: z.enum(['.', ',']).default('.'),
    /** What the amounts are in; a row of a store with another currency is reported. */
    currency: Currency.optional(),
    /** How days are written when the year does not stand first. */
    dayOrder: z.enum(['dmy', 'mdy']).default('dmy'),
    /** Lunar birthdays stand in the file as the solar day of birth, or as the lunar day itself. */
    lunarAs: z.enum(['solar', 'lunar']).default('solar'),
    /** The zone of the moments in the file; that of the store unless said. */
    zone: Zone.optional(),
    /** The store of rows that name none. */
    storeId: Id.optional(),
    /** What the file calls a store → the store. Codes of stores are understood without. */
    stores: z.record(z.string().max(100), Id).default({}),
    /** Purchases: told as history, which moves no value, or as earning. */
    as: z.enum(['history', 'earning']).default('history'),
    /** Whose ids the foreign ids in the file are: the name of the old system. */
    source: Code.default('import'),
    /** Purchases of members who are not known: reported, or a bare member is made. */
    unknownMembers: z.enum(['report', 'create']).default('report'),
    /** Members who are likely known already by name and birthday: reported, or taken in with a remark. */
    duplicates: z.enum(['report', 'take']).default('report'),
    /** Undo: what was used since becomes a debt. */
    undoAsDebt: z.boolean().default(false),
    /** Opening balances: what should come to, per store (id, or `all`). */
    control: z.record(z.string().max(40), Totals).default({}),
  })
  .meta({ id: 'ImportOptions' })
export type Options = z.infer<typeof Options>

/** What became of the rows so far. Sums are in minor units or whole units, by what they are of. */
export const Counts = z
  .object({
    rows: z.int().default(0),
    /** Taken in, to a member (or as a product). */
    accepted: z.int().default(0),
    /** Taken in as purchases of nobody we know. */
    anonymous: z.int().default(0),
    /** Not taken in: each is listed with what is wrong and what to do. */
    reported: z.int().default(0),
    empty: z.int().default(0),
    /** Taken in, with a remark worth a look. */
    remarked: z.int().default(0),
    /** Rows reported beyond the length of the list. */
    unlisted: z.int().default(0),
    /** What came of the rows: members, products, purchases, balances. */
    things: z.int().default(0),
    sums: z.record(z.string(), z.int()).default({}),
    stores: z.record(z.string(), z.record(z.string(), z.int())).default({}),
  })
  .meta({ id: 'ImportCounts' })
export type Counts = z.infer<typeof Counts>

const Fault = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })

/** The end of a check, a run or an undo. */
export const Report = z
  .object({
    counts: Counts,
    beganAt: Moment,
    endedAt: Moment,
    /** Control: what the file says against what the house has now. Empty when they agree. */
    differences: z.array(z.object({ what: z.string(), file: z.int(), house: z.int() })).default([]),
    /** Undo: what was used since and stays. */
    kept: z.array(z.object({ what: z.string(), id: Id, amount: z.int() })).default([]),
    keptCount: z.int().default(0),
  })
  .meta({ id: 'ImportReport' })
export type Report = z.infer<typeof Report>

export const Run = z
  .object({
    id: Id,
    kind: Kind,
    fileName: z.string(),
    fileBytes: z.int(),
    state: State,
    task: Task.nullable(),
    wish: z.enum(['pause', 'cancel']).nullable(),
    caller: z.string(),
    madeAt: Moment,
    queuedAt: Moment.nullable(),
    beganAt: Moment.nullable(),
    endedAt: Moment.nullable(),
    /** Rows of the file, whatever is being done with them; null while nobody has counted them. */
    rowsInFile: z.int().nullable(),
    /** How far it is, in rows; in things while an undo takes them back. */
    rowsDone: z.int(),
    rowsTotal: z.int().nullable(),
    /** False: `rowsTotal` is an estimate. */
    rowsExact: z.boolean(),
    /** Rows in a second, lately; and how many seconds are left at that. */
    rate: z.number(),
    secondsLeft: z.int().nullable(),
    counts: Counts,
    fault: Fault.nullable(),
  })
  .meta({ id: 'Import' })
export type Run = z.infer<typeof Run>

/** What can stand in a column, and by which names it is guessed. */
export const Field = z
  .object({ key: z.string(), zh: z.string(), en: z.string(), needed: z.boolean(), personal: z.boolean() })
  .meta({ id: 'ImportField' })
export type Field = z.infer<typeof Field>

export const RunDetail = Run.extend({
  shape: z.object({
    form: z.enum(['csv', 'xlsx']),
    packed: z.boolean(),
    encoding: z.string(),
    delimiter: z.string(),
    sheets: z.array(z.string()),
    sheet: z.string(),
    headerRow: z.int(),
  }),
  columns: z.array(z.string()),
  fields: z.array(Field),
  mapping: Mapping,
  options: Options,
  checked: Report.nullable(),
  /** The mapping or an option was changed since the check. */
  checkedIsStale: z.boolean(),
  report: Report.nullable(),
  undoReport: Report.nullable(),
  /** Another import of the very same file that is in. */
  sameFile: Id.nullable(),
}).meta({ id: 'ImportDetail' })
export type RunDetail = z.infer<typeof RunDetail>

export const UploadFields = z.object({ kind: Kind, mapping: Line(80).optional() })
export const ListRuns = z.object({ kind: Kind.optional(), state: State.optional(), ...Page })
export const RunList = listOf(Run)
export const RunId = z.object({ id: Id })
export const Sample = z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) })

export const PutMapping = z.object({
  id: Id,
  mapping: Mapping,
  options: Options.prefault({}),
  /** Keep it under this name, for files that come again. */
  saveAs: Line(80).min(1).optional(),
})
export const Start = z.object({
  id: Id,
  /** Take in a file that was taken in already. */
  again: z.boolean().default(false),
  /** Start although the control totals differ. */
  accept: z.boolean().default(false),
})
export const Undo = z.object({
  id: Id,
  /** What was used since becomes a debt of the member; without it, that stays and is listed. */
  debt: z.boolean().default(false),
})

export const Problem = z
  .object({
    row: z.int(),
    column: z.string(),
    /** As it stands in the file; masked if it is personal. */
    value: z.string(),
    code: z.string(),
    details: z.record(z.string(), z.unknown()),
    /** True: the row is in, and this is a remark. */
    taken: z.boolean(),
    /** What is wrong, and what to do, in the language that was asked for. */
    wrong: z.string(),
    todo: z.string(),
  })
  .meta({ id: 'ImportProblem' })
export type Problem = z.infer<typeof Problem>
/** The language of sentences and headings; the caller's own unless said. Codes are kept, so that everybody reads them in theirs. */
export const Spoken = z.enum(['zh', 'en']).optional()
export const ListProblems = z.object({
  id: Id,
  task: Task.optional(),
  language: Spoken,
  ...pageBy(z.int32().min(0), z.int32().min(0)),
})
export type ListProblems = z.infer<typeof ListProblems>
export const ProblemList = listOf(Problem)

export const SavedMapping = z
  .object({ kind: Kind, name: z.string(), mapping: Mapping, options: Options, savedAt: Moment, savedBy: z.string() })
  .meta({ id: 'ImportMapping' })
export const MappingList = listOf(SavedMapping)
