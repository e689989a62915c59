export { nightly, sealing } from './listeners.ts'
export { routes } from './routes.ts'
export { listAudit } from './service.ts'
export { verify } from './verifying.ts'
