import { expect, it } from 'vitest'
import { allRows } from '#app'
import { shapeOf } from './hostile/sample.ts'
import { commands } from './mix.ts'
import { deeds } from './races.ts'

/** What the house does once under a reference: the caller's own header, or one in each item of a body. */
const needed = allRows
  .filter(
    (row) =>
      row.kind === 'gathered' ||
      (row.kind === 'command' && row.told) ||
      (row.kind === 'many' && JSON.stringify(shapeOf(row)).includes('"reference":{')),
  )
  .map(({ name }) => name)
  .sort()

it('asks every command with a reference, when lines are cut and processes are killed', () => {
  expect(Object.keys(commands).sort()).toEqual(needed)
})

it('runs every command with a reference beside each other', () => {
  expect([...new Set(Object.values(deeds).map(({ operation }) => operation))].sort()).toEqual(needed)
})
