import type { Row } from '#kernel/http.ts'
import { routes as exporting } from './exports/routes.ts'
import { routes as importing } from './routes.ts'

export type { RunDetail as ImportDetail } from './contract.ts'
export { Kind, Options } from './contract.ts'
export { ListName, Take } from './exports/contract.ts'
export { exportList } from './exports/service.ts'
export { downloadProblems } from './problems.ts'
export { rowsDone } from './rules.ts'
export { startImports, workOnce } from './running/worker.ts'
export {
  cancelImport,
  checkImport,
  mapImport,
  pauseImport,
  readImport,
  resumeImport,
  startImport,
  uploadImport,
} from './service.ts'
export { stageIn } from './staging/folder.ts'
export const routes: Row[] = [...importing, ...exporting]
