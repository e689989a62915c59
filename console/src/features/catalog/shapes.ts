import type { BodyOf, Schemas } from '../../parts/api.ts'

export type Product = Schemas['Product']
/** A product as it is put: what is left out stays as it is. */
export type ProductChange = BodyOf<'put', '/v1/products'>['items'][number]
/** What became of one product that was put. */
export type Outcome = Schemas['PutOutcome']
