export { Level, nextLevel, rankOf, TierRules } from './rules.ts'
export { listTierHistory, readTierHistory, undoTierHistory, writeTierHistory } from './service.ts'
export type { TierChange } from './store.ts'
