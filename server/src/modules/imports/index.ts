export { routes } from './routes.ts'
export { startImports } from './running/worker.ts'
export { stageIn } from './staging/folder.ts'
