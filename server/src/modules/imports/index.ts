import type { Row } from '#kernel/http.ts'
import { routes as exporting } from './exports/routes.ts'
import { routes as importing } from './routes.ts'

export { startImports, workOnce } from './running/worker.ts'
export { stageIn } from './staging/folder.ts'
export const routes: Row[] = [...importing, ...exporting]
