export type { EarningContext, EarningLine, Given } from './rules.ts'
export { Conditions, EarningRule, earn, endOfLot, PointsRules, TenderKind } from './rules.ts'
export { adjustPoints, listAdjustments, readAdjustment } from './service.ts'
