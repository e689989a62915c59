/**
 * What may lead to a member. `number` is the member's own, `external` another system's (`source:id`); a `closed_card` is kept so that its
 * number is not given out again, and opens nothing.
 */
export type IdentityKind = 'phone' | 'number' | 'card' | 'closed_card' | 'external' | 'wechat' | 'email'

/** One way to a member, with its value in the plain form that is hashed. */
export type Identity = {
  kind: IdentityKind
  value: string
  memberId: string
  /** Keep the value itself (sealed): true where no other table does. */
  keep?: boolean
  verifiedAt?: string | null
}

/** An identity that somebody else already holds. */
export type Taken = { kind: IdentityKind; value: string; memberId: string }
