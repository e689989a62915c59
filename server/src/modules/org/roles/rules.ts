import type { Caller } from '#kernel/caller.ts'
import { holdsAt } from '#kernel/caller.ts'

/** The permissions among these that a caller does not hold in a unit: nobody hands on what they do not have. */
export const notHeld = (who: Caller, permissions: readonly string[], unitId: string): string[] =>
  permissions.filter((permission) => !holdsAt(who, permission, unitId))
