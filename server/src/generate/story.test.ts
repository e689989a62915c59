import { beforeAll, expect, it } from 'vitest'
import { allRows } from '#app'
import { shop } from '../testing/shop.ts'
import { reference } from './reference.ts'
import { type Example, ids, story } from './story.ts'

const home = shop()
let real: Record<string, string> = {}

/** The ids of the reference give way to the real ones. */
const truly = <T>(told: T): T =>
  JSON.parse(Object.entries(real).reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(told))) as T

async function tell({ operation, ...example }: Example) {
  const row = allRows.find(({ name }) => name === operation)!
  const { path = {}, query = {}, body } = truly(example)
  const filled = row.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name]!)
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  return home.ask(asked ? `${filled}?${asked}` : filled, body)
}

beforeAll(() => {
  real = {}
})

it.each(story.map((example) => [example.operation, example] as const))(
  '%s is answered as the reference says',
  async (_, example) => {
    const answer = await tell(example)
    expect(answer, JSON.stringify(answer)).toMatchObject({ status: 200 })
    for (const [name, place] of Object.entries(example.gives ?? {})) {
      const id = place.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], answer)
      real[ids[name as keyof typeof ids]] = id as string
    }
  },
)

type Document = {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string
        parameters?: { name?: string; in?: string; $ref?: string }[]
        responses: Record<string, object>
      }
    >
  >
}

it('was measured: routes, lanes and their batches', async () => {
  const { body } = await home.app.http.inject('/metrics')
  expect(body).toMatch(/changke_lane_batch_size_count\{lane="recordPurchase"\} [1-9]/)
  expect(body).toMatch(/changke_request_seconds_count\{method="GET",route="\/v1\/members\/:id",status="200"\} 1/)
})

it('is a contract whose parts all lead somewhere', async () => {
  const document = (await reference('0.1.0')) as unknown as Document
  const text = JSON.stringify(document)
  const at = (pointer: string) =>
    pointer
      .slice(2)
      .split('/')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document)
  const lost = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer]) => pointer!).filter((pointer) => !at(pointer))
  expect(lost).toEqual([])
  expect(text).not.toContain('#/$defs/')

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, ...operation })),
  )
  const watching = operations.filter(({ path }) => !path.startsWith('/v1/'))
  expect(watching.map(({ path }) => path).sort()).toEqual(['/healthz', '/metrics', '/readyz'])
  expect(operations.length).toBe(allRows.length + watching.length)
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  for (const { path, operationId, parameters = [], responses } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(
      parameters.filter((one) => one.in === 'path').map(({ name }) => name),
      operationId,
    ).toEqual(inPath)
    const always = path.startsWith('/v1/') ? ['200', '400', '500', '503'] : ['200']
    expect(Object.keys(responses), operationId).toEqual(expect.arrayContaining(always))
  }
})

it('says of its fields what the contracts say in comments', async () => {
  const { components } = (await reference('0.1.0')) as {
    components: {
      schemas: Record<string, { properties: Record<string, { description?: string }> }>
    }
  }
  const purchase = components.schemas['PurchaseInput']!
  expect(purchase).toMatchObject({ description: expect.stringMatching(/^A sale/), additionalProperties: false })
  expect(purchase.properties['quote']!.description).toMatch(/digest of a quote/)
  expect(purchase.properties['member']!.description).toMatch(/walk-in/)
  expect(components.schemas['BasketLine']!.properties['amount']!.description).toMatch(/What the line costs/)
})

it('is served, with a page that shows every operation', async () => {
  const served = await home.app.http.inject('/openapi.json')
  const { paths } = served.json() as Document
  const page = await home.app.http.inject('/docs/api')
  expect(page.headers['content-type']).toMatch(/html/)
  for (const operation of Object.values(paths).flatMap(Object.values)) {
    expect(page.body).toContain(`id="${(operation as { operationId: string }).operationId}"`)
  }
  expect(page.body).not.toMatch(/<script|https?:\/\/(?!localhost)/)
})
