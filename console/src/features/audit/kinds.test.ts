import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import zh from './zh.json'

// What changes nothing that others see is not told: a person's own views, a search, a lookup.
const untold = ['findProduct', 'forgetView', 'keepView', 'readInvitation', 'searchPeople']

test('every operation that the trail may tell has words: the log shows no raw code', () => {
  const file = new URL('../../../../openapi.json', import.meta.url)
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, { operationId?: string }>>
  }
  const told = Object.values(paths).flatMap((methods) =>
    Object.entries(methods).flatMap(([method, { operationId }]) => (method === 'get' ? [] : [operationId ?? ''])),
  )
  expect(told.length).toBeGreaterThan(50)
  expect(told.filter((kind) => !untold.includes(kind) && !(`kind.${kind}` in zh))).toEqual([])
})
