import { z } from 'zod'
import type { Row } from '#kernel/http.ts'
import { command, download, many, query, upload } from '#kernel/http.ts'
import * as contract from './contract.ts'
import { forgetMapping, listMappings } from './mappings/service.ts'
import { downloadProblems, listProblems } from './problems.ts'
import * as service from './service.ts'

const { Run, RunDetail, RunId, Kind } = contract
const subject = ({ id }: { id: string }) => ({ subjectId: id })

/** Why a file may be refused, when it comes or when it is read. */
const unreadable = [
  'imports.empty_file',
  'imports.not_a_table',
  'imports.old_form',
  'imports.locked',
  'imports.wrong_encoding',
  'imports.damaged',
  'imports.bomb',
  'imports.entities',
  'imports.row_too_long',
  'imports.quote_open',
  'imports.too_many_columns',
  'imports.too_many_rows',
  'imports.too_many_empty_rows',
  'imports.too_many_texts',
  'imports.headers_twice',
  'imports.no_header',
  'imports.sheet_unknown',
  'imports.file_lost',
  'imports.file_spoilt',
]
const mapping = [
  'imports.column_unknown',
  'imports.field_unknown',
  'imports.field_twice',
  'imports.fields_missing',
  'imports.store_unknown',
]
const ready = ['imports.unknown', 'imports.not_now', 'imports.needs_whole_house', ...mapping]

export const routes: Row[] = [
  upload({
    name: 'uploadImport',
    path: 'POST /v1/imports',
    summary:
      'Takes in a CSV (also gzip) or XLSX of members, products, purchases or opening balances; nothing is imported yet.',
    may: 'imports.run',
    input: contract.UploadFields,
    output: RunDetail,
    refuses: [...unreadable, 'imports.too_large', 'imports.mapping_unknown'],
    run: service.uploadImport,
  }),
  query({
    name: 'listImports',
    path: 'GET /v1/imports',
    summary: 'Imports with how far they are, newest first.',
    may: 'imports.run',
    input: contract.ListRuns,
    output: contract.RunList,
    run: service.listImports,
  }),
  query({
    name: 'readImport',
    path: 'GET /v1/imports/{id}',
    summary: 'One import: its file, mapping, options, progress and reports.',
    may: 'imports.run',
    input: RunId,
    output: RunDetail,
    refuses: ['imports.unknown'],
    run: service.readImport,
  }),
  many({
    name: 'readImportSample',
    path: 'GET /v1/imports/{id}/sample',
    summary: 'The first rows of a file as they will be read; personal columns are masked.',
    may: 'imports.run',
    input: RunId,
    output: contract.Sample,
    refuses: ['imports.unknown', ...unreadable],
    lastsMs: 60_000,
    run: service.readSample,
  }),
  command({
    name: 'mapImport',
    path: 'PUT /v1/imports/{id}/mapping',
    summary: 'Says which column is what and how the file is read; kept under a name, it is proposed for the next file.',
    may: 'imports.run',
    input: contract.PutMapping,
    output: RunDetail,
    refuses: [...ready, ...unreadable],
    trail: ({ id, saveAs }) => ({ subjectId: id, body: { saveAs: saveAs ?? null } }),
    lastsMs: 60_000,
    run: service.mapImport,
  }),
  command({
    name: 'checkImport',
    path: 'POST /v1/imports/{id}/check',
    summary: 'A dry run: every row is judged and nothing is imported.',
    may: 'imports.run',
    input: RunId,
    output: Run,
    refuses: ready,
    trail: subject,
    run: service.checkImport,
  }),
  command({
    name: 'startImport',
    path: 'POST /v1/imports/{id}/start',
    summary: 'Puts an import in line; several run one after another.',
    may: 'imports.run',
    input: contract.Start,
    output: Run,
    refuses: [...ready, 'imports.same_file', 'imports.control_differs'],
    trail: ({ id, again, accept }) => ({ subjectId: id, body: { again, accept } }),
    run: service.startImport,
  }),
  ...(
    [
      ['pauseImport', 'pause', 'Lets an import rest after its batch; what is in stays in.', service.pauseImport],
      ['resumeImport', 'resume', 'Goes on where an import was left.', service.resumeImport],
      [
        'cancelImport',
        'cancel',
        'Ends an import for good; what is in stays in and can be undone.',
        service.cancelImport,
      ],
    ] as const
  ).map(([name, deed, summary, run]) =>
    command({
      name,
      path: `POST /v1/imports/{id}/${deed}`,
      summary,
      may: 'imports.run',
      input: RunId,
      output: Run,
      refuses: ['imports.unknown', 'imports.not_now'],
      trail: subject,
      run,
    }),
  ),
  command({
    name: 'undoImport',
    path: 'POST /v1/imports/{id}/undo',
    summary: 'Takes a whole import back; what was used since stays and is listed, or becomes a debt.',
    may: 'imports.run',
    input: contract.Undo,
    output: Run,
    refuses: ['imports.unknown', 'imports.not_now'],
    trail: ({ id, debt }) => ({ subjectId: id, body: { debt } }),
    run: service.undoImport,
  }),
  query({
    name: 'listImportProblems',
    path: 'GET /v1/imports/{id}/problems',
    summary: 'The rows that could not be taken in: what is wrong and what to do, in the language that is asked for.',
    may: 'imports.run',
    input: contract.ListProblems,
    output: contract.ProblemList,
    refuses: ['imports.unknown'],
    run: listProblems,
  }),
  download({
    name: 'downloadImportProblems',
    path: 'GET /v1/imports/{id}/errors.csv',
    summary: 'The same list as a file.',
    may: 'imports.run',
    input: contract.ListProblems.pick({ id: true, task: true, language: true }),
    contentTypes: ['text/csv'],
    refuses: ['imports.unknown'],
    run: downloadProblems,
  }),
  query({
    name: 'listImportMappings',
    path: 'GET /v1/import-mappings',
    summary: 'Mappings that were kept by name.',
    may: 'imports.run',
    input: z.object({ kind: Kind.optional() }),
    output: contract.MappingList,
    run: async (read, input) => ({ items: await listMappings(read, input), next: null }),
  }),
  command({
    name: 'forgetImportMapping',
    path: 'DELETE /v1/import-mappings/{kind}/{name}',
    summary: 'Forgets a mapping.',
    may: 'imports.run',
    input: z.object({ kind: Kind, name: z.string().max(80) }),
    output: z.object({}),
    refuses: ['imports.mapping_unknown'],
    trail: ({ kind, name }) => ({ body: { kind, name } }),
    run: forgetMapping,
  }),
]
