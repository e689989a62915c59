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
