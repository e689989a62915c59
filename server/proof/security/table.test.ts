import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { files, items, itemsOf } from './asvs.ts'
import { reasons } from './parts.ts'
import type { Results } from './table.ts'
import { allItems, keyOf, missingTests, resultOf, resultsFile } from './table.ts'

const results = JSON.parse(readFileSync(resultsFile, 'utf8')) as Results

it('names tests that there are, and claims only what they have shown', () => {
  expect.soft(missingTests(allItems)).toEqual([])
  expect.soft(new Set(items.map(({ no }) => no)).size).toBe(items.length)
  expect.soft(allItems.filter((item) => resultOf(item, results) === 'failed').map(({ no }) => no)).toEqual([])
  const used = new Set(
    allItems.flatMap(({ standing }) => (standing.kind === 'tests' ? standing.tests.map(({ file }) => file) : [])),
  )
  expect.soft(Object.values(files).filter((file) => !used.has(file))).toEqual([])
  const planted = itemsOf({
    x: '1.1.1 | 1 | Something | headers: does what no test does\n1.1.2 | 1 | More | nofile: says',
  })
  expect(missingTests(planted)).toHaveLength(2)
  expect(resultOf(planted[0]!, results)).toBe('not run')
  const failed = {
    on: '',
    tests: { [keyOf({ file: files['headers']!, title: 'does what no test does' })]: 'failed' as const },
  }
  expect(resultOf(planted[0]!, failed)).toBe('failed')
  expect(() => itemsOf({ x: '1 | 1 | a | of course' })).toThrow('neither')
})

it('has a reason for each package that the server asks for, and no reason without one', () => {
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    dependencies: object
  }
  expect(Object.keys(reasons).sort()).toEqual(Object.keys(dependencies).sort())
})
