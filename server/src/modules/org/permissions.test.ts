import { expect, it } from 'vitest'
import { allRows } from '#app'
import { defaultRoles, permissions } from './permissions.ts'

const everybodys = ['anyone', 'signed-in']

it('knows every permission that a route asks for', () => {
  const asked = new Set(allRows.map((row) => row.may).filter((may) => !everybodys.includes(may)))
  expect([...asked].filter((may) => !(permissions as readonly string[]).includes(may))).toEqual([])
})

it('gives every permission to some role besides the owner’s, but those that make new holders of permissions', () => {
  const given = new Set(defaultRoles.filter((role) => role.code !== 'owner').flatMap((role) => role.permissions))
  expect(permissions.filter((one) => !given.has(one))).toEqual(['roles.manage', 'keys.manage'])
  for (const role of defaultRoles) {
    expect(new Set(role.permissions).size, `${role.code} names a permission twice`).toBe(role.permissions.length)
    if (role.code !== 'owner') for (const one of role.permissions) expect(permissions).toContain(one)
  }
})

it('lets a manager grant the roles below theirs', () => {
  const of = (code: string) => defaultRoles.find((role) => role.code === code)!.permissions as readonly string[]
  for (const [above, below] of [
    ['store_manager', 'cashier'],
    ['region_manager', 'store_manager'],
    ['head_office', 'region_manager'],
    ['head_office', 'operations'],
    ['head_office', 'service'],
    ['head_office', 'auditor'],
  ] as const) {
    expect(
      of(below).filter((one) => !of(above).includes(one)),
      `${above} cannot make a ${below}`,
    ).toEqual([])
  }
})
