import type { Schemas } from '../../parts/api.ts'

export type AuditEntry = Schemas['AuditEntry']
export type Verdict = Schemas['AuditVerdict']
