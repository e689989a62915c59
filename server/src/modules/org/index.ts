export { Beginning, createKeyFor, resetPassword, setUpOrganisation } from './bootstrap.ts'
export { identify } from './identify.ts'
export { sweep } from './listeners.ts'
export { PersonFilter } from './people/contract.ts'
export { rehashed } from './people/rehashing.ts'
export { listPeople, makePerson, namesOfPeople } from './people/service.ts'
export { permissions } from './permissions.ts'
export { PostFilter } from './posts/contract.ts'
export { appoint, listPosts, makePost } from './posts/service.ts'
export { readRoleByCode } from './roles/service.ts'
export { routes } from './routes.ts'
export { sealed } from './sealed.ts'
export { checkPassword } from './sessions/passwords.ts'
export type { Organisation, Store, Unit } from './units/contract.ts'
export { UnitFilter } from './units/contract.ts'
export {
  findOrganisation,
  findStoreByCode,
  listUnits,
  makeUnit,
  readOrganisation,
  readStores,
  unitsBelow,
} from './units/service.ts'
