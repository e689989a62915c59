import { refuse } from './refusal.ts'

/** Who asks: a person in a session, an API key, or the house itself. */
export type Caller = {
  readonly id: string
  readonly kind: 'person' | 'key' | 'system'
  readonly name: string
  /** The staff member behind it, if there is one. */
  readonly personId: string | null
  readonly permissions: ReadonlySet<string>
  /** Where the caller may act and list: everywhere, or in these units of the organisation (the tree is resolved down to them). */
  readonly scope: 'all' | ReadonlySet<string>
  readonly language: 'zh' | 'en'
  readonly sessionId?: string
  /** Each role with its own reach. Absent when every permission reaches equally far. */
  readonly grants?: readonly Granted[]
}

/** What one role in one unit allows, and how far down it reaches. */
export type Granted = {
  readonly permissions: ReadonlySet<string>
  readonly scope: 'all' | ReadonlySet<string>
}

/** The house itself, for jobs, imports and set-up; its references are its own. */
export const system = (name: string): Caller => ({
  id: '00000000-0000-7000-8000-000000000001',
  kind: 'system',
  name,
  personId: null,
  permissions: new Set(['*']),
  scope: 'all',
  language: 'zh',
})

/** Whether a caller holds a permission; `*` holds all. */
export const holds = (who: Caller, permission: string): boolean =>
  who.permissions.has(permission) || who.permissions.has('*')

/**
 * The caller with the scope of one permission only. Without this a cashier of one shop who audits them all could sell in them all:
 * permissions and scopes of different roles would be multiplied.
 */
export function narrow(who: Caller, permission: string): Caller {
  if (!who.grants || who.grants.length < 2) return who
  const granting = who.grants.filter(({ permissions }) => permissions.has(permission) || permissions.has('*'))
  if (granting.length === 0) return who // not held at all, or no permission but `signed-in`
  if (granting.some(({ scope }) => scope === 'all')) return { ...who, scope: 'all' }
  return { ...who, scope: new Set(granting.flatMap(({ scope }) => [...scope])) }
}

/** Whether a caller holds a permission in a unit: a second permission is asked for so, not with `holds`. */
export const holdsAt = (who: Caller, permission: string, unitId: string): boolean =>
  holds(who, permission) && reaches(narrow(who, permission), unitId)

/** Whether a unit of the organisation lies in the caller's scope. */
export const reaches = (who: Caller, unitId: string): boolean => who.scope === 'all' || who.scope.has(unitId)

/** Refuses `kernel.out_of_scope` when a caller acts or lists where they have no business. */
export function mustReach(who: Caller, unitId: string): void {
  if (!reaches(who, unitId)) throw refuse('kernel.out_of_scope', { unitId })
}

/** The caller's scope as ids for SQL, or null for everywhere. */
export const scopeIds = (who: Caller): string[] | null => (who.scope === 'all' ? null : [...who.scope])
