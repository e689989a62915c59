export type { Birthday } from './birthdays/rules.ts'
export { lunarBirthday } from './birthdays/rules.ts'
export { findConsents } from './consents/service.ts'
export type { Member, NewMemberInput } from './contract.ts'
export { ListMembers, NewMember } from './contract.ts'
export { listFields } from './fields/service.ts'
export type { Identity, IdentityKind } from './identities/contract.ts'
export { moveIdentities, rehashed } from './identities/rehashing.ts'
export { maskPhone, readPhone } from './identities/rules.ts'
export { addIdentities, blindsOf, findIdentities, removeIdentity } from './identities/service.ts'
export { createMembers } from './joining/service.ts'
export { likenessOf } from './likeness/rules.ts'
export { findAlike } from './likeness/service.ts'
export { digits, hasCheck, plainLetters, plainNumber, withCheck } from './numbers/rules.ts'
export { programmeDay } from './programme.ts'
export { routes } from './routes.ts'
export { sealed } from './sealed.ts'
export type { Hit } from './search/contract.ts'
export { Hit as MemberHit } from './search/contract.ts'
export { searchMembers, toHits } from './search/service.ts'
export { listMembers, lockMember, openArchive, removeMembers } from './service.ts'
export type { Activity, Standing, Thresholds, Visit } from './standing/contract.ts'
export { Flag } from './standing/contract.ts'
export {
  activity,
  bookVisit,
  forgetVisits,
  isBarred,
  newStanding,
  spentWithin12Months,
  visitsWithin12Months,
} from './standing/rules.ts'
export { findStandings, lockMembers, openBearers, saveStandings } from './standing/service.ts'
