import type { Row } from '#kernel/http.ts'
import { download } from '#kernel/http.ts'
import { Download, Take } from './contract.ts'
import { exportList } from './service.ts'

const contentTypes = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']

export const routes: Row[] = [
  download({
    name: 'downloadList',
    path: 'GET /v1/exports/{list}.{format}',
    summary: 'A list as CSV or XLSX within the caller’s reach, personal columns masked.',
    may: 'exports.run',
    input: Download,
    contentTypes,
    refuses: ['imports.unknown', 'imports.filter_unknown', 'org.not_set_up'],
    run: (db, input, who) => exportList(db, Take.parse({ ...input, reason: input.reason || '--' }), who),
  }),
  download({
    name: 'exportList',
    path: 'POST /v1/exports',
    summary: 'The same with a reason, the search of the list, and personal columns in clear for who may see them.',
    may: 'exports.run',
    input: Take,
    contentTypes,
    refuses: ['imports.unknown', 'imports.filter_unknown', 'members.bad_phone', 'org.not_set_up'],
    run: exportList,
  }),
]
