export { Level, nextLevel, rankOf, TierRules } from './rules.ts'
