import type { Schemas } from '../../parts/api.ts'

export type Unit = Schemas['Unit']
export type UnitKind = Unit['kind']
export type Organisation = Schemas['Organisation']
export type Role = Schemas['Role']
export type Grant = Schemas['Grant']
export type Person = Schemas['Person']
export type ApiKey = Schemas['ApiKey']
export type OpenSession = Schemas['OpenSession']
export type Till = Schemas['Till']
