import type { Schemas } from '../../parts/api.ts'

export type Today = Schemas['Today']
export type StoreToday = Schemas['StoreToday']
