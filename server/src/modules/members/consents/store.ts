import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import type { Consent } from './contract.ts'

export const insert = (tx: Tx, consents: Consent[]): Promise<number> =>
  tx.run({
    name: 'members.add_consents',
    text: `insert into members.consent (member_id, id, channel, given, source, decided_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::text[], $6::timestamptz[])`,
    values: [
      plainArray(consents.map((consent) => consent.memberId)),
      plainArray(consents.map(() => newId())),
      plainArray(consents.map((consent) => consent.channel)),
      plainArray(consents.map((consent) => consent.given)),
      textArray(consents.map((consent) => consent.source)),
      textArray(consents.map((consent) => consent.decidedAt)),
    ],
  })

/** The newest decision of each channel. */
export const newest = (read: Read, memberIds: string[]): Promise<Consent[]> =>
  read.rows(sql`
    select distinct on (member_id, channel) member_id as "memberId", channel, given, source, decided_at as "decidedAt"
      from members.consent where member_id = any(${plainArray(memberIds)}::uuid[])
     order by member_id, channel, decided_at desc, id desc`)
