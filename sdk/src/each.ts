import { type Answer, ask } from './ask.ts'

/** Which page of a list: nothing for the first. Put it into the query with your own filters. */
export type Page = { cursor?: string }

type Listed<T> = { items: T[]; next: string | null }

/** Every item of a list, page after page: `for await (const row of each((page) => client.GET('/v1/members', { params: { query: page } })))`. */
export async function* each<T>(turn: (page: Page) => Promise<Answer<Listed<T>>>): AsyncGenerator<T, void, undefined> {
  let page: Page | undefined = {}
  while (page) {
    const { items, next }: Listed<T> = await ask(turn(page))
    yield* items
    page = next === null ? undefined : { cursor: next }
  }
}
