export { bonusOf, splitPayment, WalletRules } from './rules.ts'
