import type { Schemas } from '../../parts/api.ts'

export type Charter = Schemas['Charter']
export type Conditions = Schemas['Conditions']
export type EarningRule = Schemas['EarningRule']
