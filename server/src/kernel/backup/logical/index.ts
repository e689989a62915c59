export type { LogicalManifest } from './copying.ts'
export { checkCopies, copyRows, listCopies, pruneCopies } from './copying.ts'
export type { Returned } from './returning.ts'
export { returnRows, throwAway } from './returning.ts'
