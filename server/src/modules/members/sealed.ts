import type { SealedColumn } from '#kernel/rotation.ts'

/** Where this room keeps sealed values. */
export const sealed: readonly SealedColumn[] = [
  { table: 'members.member', key: ['member_id'], column: 'phone_sealed', context: 'members.phone' },
  { table: 'members.member', key: ['member_id'], column: 'email_sealed', context: 'members.email' },
  { table: 'members.member', key: ['member_id'], column: 'id_number_sealed', context: 'members.idNumber' },
  { table: 'members.member', key: ['member_id'], column: 'address_sealed', context: 'members.address' },
  {
    table: 'members.identity',
    key: ['kind', 'hash'],
    column: 'sealed',
    context: { beginning: 'members.identity.', column: 'kind' },
  },
]
