import { expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { house } from '#testing'

const books = house()
const { ask, sql, broken } = books

const join = async (): Promise<string> => {
  const phone = `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
  return (await ask('POST /v1/members', { name: '王', phone, homeStore: newId() }))['memberId']
}

it.each([
  ['archive is not found by what it holds', `delete from members.identity where member_id = $1 and kind = 'phone'`],
  ['archive is not found by what it holds', `delete from members.identity where member_id = $1 and kind = 'number'`],
  ['archive is not found by what it holds', `delete from members.tail where member_id = $1`],
  [
    'archive is not found by what it holds',
    `update members.tail set home_store = gen_random_uuid() where member_id = $1`,
  ],
  ['archive and standing disagree', `update members.standing set home_store = gen_random_uuid() where member_id = $1`],
  ['archive and standing disagree', `update members.standing set flags = 16 where member_id = $1`],
  ['archive and standing disagree', `update members.member set status = 'closed' where member_id = $1`],
  ['standing without an archive is no bearer', `delete from members.member where member_id = $1`],
  ['archive without a standing', `delete from members.standing where member_id = $1`],
  ['standing has purchases and no month', `update members.standing set purchases = 1 where member_id = $1`],
  [
    'standing ends before it begins',
    `update members.standing set first_on = '2026-02-01', last_on = '2026-01-01' where member_id = $1`,
  ],
  [
    'standing ends a merge at a member who has none',
    `update members.standing set merged_into = gen_random_uuid() where member_id = $1`,
  ],
])('the books say: %s (%s)', async (fault, planted) => {
  const id = await join()
  expect(await broken()).toEqual([])
  await sql(planted, [id])
  expect(await broken()).toContainEqual({ room: 'members', fault, id })
  for (const table of ['member', 'standing', 'identity', 'tail']) {
    await sql(`delete from members.${table} where member_id = $1`, [id])
  }
})
