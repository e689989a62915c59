/** What a refusal may carry: plain values that a screen can put into a sentence. */
export type Details = Record<string, unknown>

/** An expected answer that is not the wished one. Everything else that is thrown is a fault. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly details: Details
  constructor(code: string, status: number, details: Details) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.details = details
  }
}

const registry = new Map<string, number>()

/** Every refusal of the house with its HTTP status: the wire, OpenAPI and the translations are checked against it. */
export const allRefusals: ReadonlyMap<string, number> = registry

/** Declares a room's refusals once, code beside status, and answers the function that makes them. */
export function refusals<const T extends Record<string, number>>(codes: T) {
  for (const [code, status] of Object.entries(codes)) registry.set(code, status)
  return (code: keyof T & string, details: Details = {}): Refusal => new Refusal(code, codes[code]!, details)
}

export const refuse = refusals({
  'kernel.bad_input': 400,
  'kernel.too_large': 413,
  'kernel.not_json': 415,
  'kernel.not_signed_in': 401,
  'kernel.forbidden': 403,
  'kernel.out_of_scope': 403,
  'kernel.foreign_origin': 403,
  'kernel.not_found': 404,
  'kernel.reference_missing': 400,
  'kernel.reference_reused': 409,
  'kernel.too_many_requests': 429,
  'kernel.busy': 503,
})
