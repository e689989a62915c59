import { expect, it } from 'vitest'
import { house } from '#testing'
import { Birthday } from '../birthdays/rules.ts'
import { likenessOf } from './rules.ts'
import { findAlike } from './service.ts'

const books = house()
const born = (month: number, day: number, year: number | null = null, calendar = 'solar') =>
  Birthday.parse({ calendar, year, month, day })

it('finds who is likely the same person, and nobody else', async () => {
  const join = async (name: string, birthday: Birthday | null) =>
    (await books.ask('POST /v1/members', { name, birthday }))['memberId']
  const chen = await join('陈文思', born(6, 22, 2005))
  const tom = await join('Tom Smith', born(6, 22))
  await join('陈文思', null)
  await join('陈文思', born(6, 22, 2005, 'lunar'))
  const people = [
    { name: ' 陈文思\u3000', birthday: born(6, 22, 2005) },
    { name: '陈文思', birthday: born(6, 22, 2006) },
    { name: '陈文', birthday: born(6, 22, 2005) },
    { name: 'ＴＯＭ SMITH', birthday: born(6, 22, 1990) },
    { name: '陈文思', birthday: null },
  ]
  const alike = await books.app.db.read((read) => findAlike(read, people))
  expect([...alike]).toEqual([
    [0, [chen]],
    [3, [tom]],
  ])
})

it('compares rows of one file', () => {
  const one = likenessOf({ name: ' 陈文思　', birthday: born(6, 22, 2005) })
  expect(one).toBe(likenessOf({ name: '陈文思', birthday: born(6, 22, 2005) }))
  expect(one).not.toBe(likenessOf({ name: '陈文思', birthday: born(6, 22, 2005, 'lunar') }))
  expect(likenessOf({ name: '', birthday: born(6, 22) })).toBeUndefined()
})
