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

/** Whether a unit of the organisation lies in the caller's scope. */
export const reaches = (who: Caller, unitId: string): boolean => who.scope === 'all' || who.scope.has(unitId)

/** Refuses `kernel.out_of_scope` when a caller acts or lists where they have no business. */
export function mustReach(who: Caller, unitId: string): void {
  if (!reaches(who, unitId)) throw refuse('kernel.out_of_scope', { unitId })
}

/** The caller's scope as ids for SQL, or null for everywhere. */
export const scopeIds = (who: Caller): string[] | null => (who.scope === 'all' ? null : [...who.scope])
