import type { components } from './api.generated.ts'

type Problem = components['schemas']['Problem']

/** An expected answer that is not the wished one: the house understood and said no. `code` is for programs, such as `members.phone_taken`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly status: number
  /** What a sentence about it needs: ids, amounts, the fields that were wrong. */
  readonly details: Record<string, unknown>
  constructor({ code, status, details }: Pick<Problem, 'code' | 'status' | 'details'>) {
    super(code)
    this.code = code
    this.status = status
    this.details = details
  }
}

/** Something broke on the server. `reference` finds it in the log there. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly status: number
  readonly reference: string | undefined
  constructor(status: number, reference: string | undefined) {
    super(`the server answered ${status}${reference ? `, reference ${reference}` : ''}`)
    this.status = status
    this.reference = reference
  }
}

/** No answer came, so nobody knows whether the command was done. Send it again with the same reference: it is done once. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}
