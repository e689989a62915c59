import type { Row } from '#kernel/http.ts'
import { many, query } from '#kernel/http.ts'
import { AuditFilter, AuditList, Verdict, VerifyRange } from './contract.ts'
import * as audit from './service.ts'
import { verify } from './verifying.ts'

export const routes: Row[] = [
  query({
    name: 'listAudit',
    path: 'GET /v1/audit',
    summary: 'Who did what, done or refused, the newest first.',
    may: 'audit.read',
    input: AuditFilter,
    output: AuditList,
    refuses: ['org.not_set_up'],
    within: ({ storeId }) => storeId,
    run: audit.listAudit,
  }),
  many({
    name: 'verifyAudit',
    path: 'GET /v1/audit/verify',
    summary:
      'Recomputes the seals of the last days from the rows; names what was edited, deleted or put in, and when it was still right.',
    may: 'audit.read',
    input: VerifyRange,
    output: Verdict.extend({ lastNight: Verdict.nullable() }),
    rate: { most: 6, seconds: 60 },
    lastsMs: 120_000,
    run: async (db, { days }) => {
      const since = Temporal.Now.instant()
        .subtract({ hours: 24 * days })
        .toString()
      const lastNight = await db.read(audit.findLastVerdict)
      return { ...(await verify(db, since)), lastNight: lastNight ?? null }
    },
  }),
]
