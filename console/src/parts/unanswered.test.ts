import { beforeEach, expect, test, vi } from 'vitest'
import { Refusal } from './api.ts'
import { tellOnce } from './unanswered.ts'

const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  })
})

const lost = () => Promise.reject(new Error('no answer'))
const refused = () => Promise.reject(new Refusal({ code: 'ledger.not_enough', status: 409, details: {} }))
const echo = (key: string) => Promise.resolve(key)

test('whoever tries again after a lost answer sends under the same key, from any opening', async () => {
  await expect(tellOnce('topup 1', 'a', lost)).rejects.toThrow('no answer')
  expect(await tellOnce('topup 2', 'x', echo)).toBe('x')
  expect(await tellOnce('topup 1', 'b', echo)).toBe('a')
  // Answered: a second click in the same opening repeats it, the next opening is another command.
  expect(await tellOnce('topup 1', 'b', echo)).toBe('a')
  expect(await tellOnce('topup 1', 'c', echo)).toBe('c')
})

test('a refusal is an answer', async () => {
  await expect(tellOnce('return 1', 'd', refused)).rejects.toThrow()
  expect(await tellOnce('return 1', 'e', echo)).toBe('e')
})
