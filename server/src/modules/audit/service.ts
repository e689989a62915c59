import type { Caller } from '#kernel/caller.ts'
import { scopeIds } from '#kernel/caller.ts'
import { endOfDay } from '#kernel/clock.ts'
import type { Read } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import { firstIdOf } from '#kernel/ids.ts'
import { readOrganisation } from '#modules/org/index.ts'
import type { AuditFilter, Verdict } from './contract.ts'
import * as store from './store.ts'

// Clocks of servers differ a little, and an id may be minted before its transaction begins.
const slackMs = 86_400_000

/** A page of the trail within the caller's scope, the newest first. Days are the programme's. Refuses `org.not_set_up`. */
export async function listAudit(read: Read, filter: AuditFilter, who: Caller) {
  const { zone } = await readOrganisation(read)
  const after = fromCursor(filter.cursor)?.[0]
  const bound = (moment: string, slack: number) => ({
    moment,
    id: firstIdOf(Temporal.Instant.from(moment).epochMilliseconds + slack),
  })
  const { fromOn, untilOn } = filter
  const rows = await store.selectEntries(read, {
    kind: filter.kind ?? null,
    subjectId: filter.subjectId ?? null,
    callerId: filter.callerId ?? null,
    storeId: filter.storeId ?? null,
    refused: filter.outcome ? filter.outcome === 'refused' : null,
    from: fromOn ? bound(Temporal.PlainDate.from(fromOn).toZonedDateTime(zone).toInstant().toString(), -slackMs) : null,
    until: untilOn ? bound(endOfDay(zone, untilOn), slackMs) : null,
    scope: scopeIds(who),
    after: typeof after === 'string' ? after : null,
    limit: filter.limit + 1,
  })
  const items = rows.slice(0, filter.limit)
  return { items, next: rows.length > items.length ? toCursor(items.at(-1)!.id) : null }
}

/** What the last nightly verification found, or nothing before the first night. */
export const findLastVerdict = (read: Read): Promise<Verdict | undefined> => store.selectLastVerdict(read)
