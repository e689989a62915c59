import { z } from 'zod'

/** By which way a member may be written to or called. */
export const Channel = z.enum(['sms', 'email', 'phone', 'wechat'])
export type Channel = z.infer<typeof Channel>

export type Consent = {
  memberId: string
  channel: Channel
  given: boolean
  /** Where it was said: the counter, a form, an import. */
  source: string
  decidedAt: string
}
