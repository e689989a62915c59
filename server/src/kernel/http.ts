export { serveHealth } from './http/health.ts'
export type { Metrics } from './http/metrics.ts'
export { openMetrics } from './http/metrics.ts'
export { openapi } from './http/openapi.ts'
export { servePages } from './http/pages.ts'
export { Problem } from './http/problem.ts'
export { readInput } from './http/reading.ts'
export { serveReference } from './http/reference.ts'
export type { Asked, File, Row, Wire } from './http/rows.ts'
export {
  command,
  download,
  gathered,
  many,
  query,
  sessionCookie,
  upload,
} from './http/rows.ts'
export type { Identify } from './http/serve.ts'
export { buildHttp } from './http/serve.ts'
