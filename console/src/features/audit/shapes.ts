export interface AuditEntry {
  id: string
  kind: string
  callerId: string | null
  /** `person`, `key` or `system`, and the name as it was then. */
  caller: string
  subjectId: string | null
  storeId: string | null
  /** `done`, or the code of the refusal. */
  outcome: string
  body: Record<string, unknown>
  requestId: string | null
  actedAt: string
}

export interface Verdict {
  verifiedAt: string
  tookMs: number
  faults: number
  chains: {
    chain: string
    rows: number
    unsealed: number
    through: string | null
    faults: { fault: string; id: string | null; sealedAt: string | null }[]
  }[]
}
