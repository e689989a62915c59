export { bonusOf, splitPayment, WalletRules } from './rules.ts'
export { listTopUps, readTopUp, topUp } from './service.ts'
export type { TopUpRow } from './store.ts'
