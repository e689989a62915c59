import type { Caller } from '#kernel/caller.ts'
import { mustReach } from '#kernel/caller.ts'
import type { Tx } from '#kernel/db.ts'
import { announce } from '#kernel/facts.ts'
import { textIndex } from '#kernel/findable.ts'
import type { EditMember, Member } from '../contract.ts'
import { refuse } from '../contract.ts'
import { isEmpty, wrongCustom } from '../fields/rules.ts'
import { listFields } from '../fields/service.ts'
import { maskPhone, readPhone } from '../identities/rules.ts'
import { addIdentities, addTails, removeIdentities, removeTails } from '../identities/service.ts'
import { maskName } from '../names/rules.ts'
import { birthColumns, contextOf } from '../rules.ts'
import { checkHome, lockMember, readMember, saveArchive } from '../service.ts'
import { saveStandings } from '../standing/service.ts'
import type { Archive } from '../store.ts'
import * as store from '../store.ts'

/**
 * Changes what is given of an archive; the rest stays, null empties. Refuses `members.changed_meanwhile` when the version that was read
 * is no longer the newest, `members.home_closed`, and `members.phone_taken` when the new phone leads to somebody else.
 */
export async function editMember(tx: Tx, input: EditMember, who: Caller): Promise<Member> {
  const { archive, standing } = await lockMember(tx, input.id, who)
  if (archive.version !== input.version) throw refuse('members.changed_meanwhile', { version: archive.version })
  if (input.homeStore) mustReach(who, input.homeStore)
  if (input.homeStore && input.homeStore !== archive.homeStore) await checkHome(tx, input.homeStore)
  const changed: Archive = { ...archive, ...plainChanges(input), ...(await customOf(tx, archive, input)) }
  if (input.name !== undefined) {
    const found = textIndex(input.name)
    Object.assign(changed, { nameSearch: found.search, nameGrams: found.grams })
  }
  for (const field of ['email', 'idNumber', 'address'] as const) {
    const value = input[field]
    if (value !== undefined) changed[field] = value === null ? null : tx.keys.seal(value, contextOf(field))
  }
  const phone = await changePhone(tx, changed, input.phone)
  if (changed.name === '' && changed.phone === null) throw refuse('members.nobody')
  if (changed.homeStore !== archive.homeStore || phone !== undefined) await moveTail(tx, changed, phone)
  if (changed.homeStore !== archive.homeStore) {
    standing.homeStore = changed.homeStore
    await saveStandings(tx, [standing])
  }
  await saveArchive(tx, changed)
  const fields = Object.keys(input).filter((key) => key !== 'id' && key !== 'version')
  await announce(tx, [{ kind: 'member.edited', memberId: input.id, body: { fields } }])
  // Who gives a member to a store outside their own scope has just seen it for the last time.
  return readMember(tx, input, { ...who, scope: 'all' })
}

const plain = ['kind', 'name', 'gender', 'language', 'homeStore', 'recruiter', 'channel', 'remark'] as const

const plainChanges = (input: EditMember): Partial<Archive> => ({
  ...Object.fromEntries(plain.filter((field) => input[field] !== undefined).map((field) => [field, input[field]])),
  ...(input.birthday === undefined ? {} : birthColumns(input.birthday)),
})

/** Custom values are merged key by key; null empties one. */
async function customOf(tx: Tx, archive: Archive, { custom }: EditMember): Promise<Partial<Archive>> {
  if (custom === undefined) return {}
  const wrong = wrongCustom(custom, await listFields(tx), false)
  if (wrong) throw refuse('members.bad_custom', wrong)
  const merged = Object.entries({ ...archive.custom, ...custom }).filter(([, value]) => !isEmpty(value))
  return { custom: Object.fromEntries(merged) }
}

/** Seals a new phone and makes it lead here; answers it, null when it was emptied, undefined when it stays. */
async function changePhone(
  tx: Tx,
  changed: Archive,
  told: string | null | undefined,
): Promise<string | null | undefined> {
  if (told === undefined) return undefined
  const { memberId } = changed
  await removeIdentities(tx, [memberId], ['phone'])
  if (told === null) {
    changed.phone = null
    return null
  }
  const read = readPhone(told)
  if ('wrong' in read) throw refuse('members.bad_phone', { wrong: read.wrong })
  const [taken] = await addIdentities(tx, [{ kind: 'phone', value: read.phone, memberId }])
  if (taken) {
    const holder = (await store.select(tx, [taken.memberId])).get(taken.memberId)
    const hint = { name: maskName(holder?.name ?? ''), number: holder?.number ?? '', phone: maskPhone(read.phone) }
    throw refuse('members.phone_taken', hint)
  }
  changed.phone = tx.keys.seal(read.phone, contextOf('phone'))
  return read.phone
}

async function moveTail(tx: Tx, { memberId, homeStore, phone: sealed }: Archive, told: string | null | undefined) {
  const phone = told === undefined && sealed ? tx.keys.open(sealed, contextOf('phone')) : told
  await removeTails(tx, [memberId])
  if (phone) await addTails(tx, [{ memberId, homeStore, phone }])
}
