export { SetupInput } from './contract.ts'
export { demoStore, tellingDemo } from './demo.ts'
export { routes } from './routes.ts'
export { setUpByCommand, tellDemo } from './service.ts'
