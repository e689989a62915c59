import type { SealedColumn } from '#kernel/rotation.ts'

/** Where this room keeps sealed values. */
export const sealed: readonly SealedColumn[] = [
  { table: 'org.person', key: ['id'], column: 'email_sealed', context: 'org.email' },
  { table: 'org.person', key: ['id'], column: 'phone_sealed', context: 'org.phone' },
  { table: 'org.credential', key: ['person_id'], column: 'totp_sealed', context: 'org.totp' },
]
