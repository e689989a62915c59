import type { paths } from './api.generated.ts'
import type { Answer } from './ask.ts'

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete'

type PathOf<V extends Verb> = { [P in keyof paths]: paths[P] extends Record<V, object> ? P : never }[keyof paths]

/** Whatever may be left out may also be undefined, which is not sent. */
type Loose<T> = T extends Blob
  ? T
  : T extends (infer One)[]
    ? Loose<One>[]
    : T extends object
      ? { [K in keyof T]: object extends Pick<T, K> ? Loose<T[K]> | undefined : Loose<T[K]> }
      : T

type Kept<T> = { [K in keyof T as [T[K]] extends [undefined] ? never : K]: Loose<T[K]> }

type Params<Operation> = Operation extends { parameters: infer P }
  ? object extends Kept<P>
    ? { params?: Kept<P> | undefined }
    : { params: Kept<P> }
  : unknown

type Body<Operation> = Operation extends { requestBody: { content: infer C } } ? { body: Loose<C[keyof C]> } : unknown

type Content<Operation> = Operation extends { responses: { 200: { content: infer C } } } ? C : never

type IsFile<Operation> = 'application/json' extends keyof Content<Operation> ? false : true

/** What one call may say: its parameters, its body, and how to give it up. */
type Words<Operation> = Params<Operation> &
  Body<Operation> & { signal?: AbortSignal | undefined } & (IsFile<Operation> extends true
    ? { parseAs: 'blob' }
    : unknown)

type Told<Operation> =
  IsFile<Operation> extends true ? Blob : Content<Operation>['application/json' & keyof Content<Operation>]

type Method<V extends Verb> = <P extends PathOf<V>>(
  path: P,
  ...words: object extends Words<paths[P][V]> ? [Words<paths[P][V]>?] : [Words<paths[P][V]>]
) => Promise<Answer<Told<paths[P][V]>>>

/**
 * Every operation of the house, typed by its contract: `client.GET('/v1/members/{id}', { params: { path: { id } } })`. A path, a parameter or a
 * field that the contract does not know fails the type check.
 */
export type Client = { [V in Verb as Uppercase<V>]: Method<V> }

/** What an operation answers: `AnswerOf<'get', '/v1/members/{id}'>`. */
export type AnswerOf<V extends Verb, P extends PathOf<V>> = Told<paths[P][V]>

/** What an operation takes as its body: `BodyOf<'post', '/v1/purchases'>`. */
export type BodyOf<V extends Verb, P extends PathOf<V>> = Words<paths[P][V]> extends { body: infer B } ? B : never

/** The filters that an operation takes in its address: `QueryOf<'get', '/v1/members'>`. */
export type QueryOf<V extends Verb, P extends PathOf<V>> =
  Params<paths[P][V]> extends { params?: { query?: infer Q } | undefined } ? NonNullable<Q> : never
