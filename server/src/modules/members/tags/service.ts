import type { Caller } from '#kernel/caller.ts'
import type { Tx } from '#kernel/db.ts'
import { Refusal } from '#kernel/refusal.ts'
import { writeTrail } from '#kernel/trail.ts'
import { changeTags, lockMember } from '../service.ts'
import type { TaggedMembers, TagMembers } from './contract.ts'

/**
 * Adds and removes tags of many members, each answered on its own: changed, as it was already, or refused (`members.unknown` also outside of
 * the reach). Who was changed has it in their own trail.
 */
export async function tagMembers(tx: Tx, { items }: TagMembers, who: Caller): Promise<TaggedMembers> {
  const outcomes = new Map<TagMembers['items'][number], TaggedMembers['items'][number]>()
  // In the order of their ids, so that two lists that name the same members do not wait for each other in a ring.
  for (const item of items.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    outcomes.set(item, await tagOne(tx, item, who))
  return { items: items.map((item) => outcomes.get(item)!) }
}

async function tagOne(tx: Tx, item: TagMembers['items'][number], who: Caller): Promise<TaggedMembers['items'][number]> {
  const { id, add, remove } = item
  try {
    const { archive } = await lockMember(tx, id, who)
    const has = (tag: string) => archive.tags.includes(tag)
    const isSame = add.every((tag) => has(tag) || remove.includes(tag)) && !remove.some(has)
    if (isSame) return { outcome: 'same', code: null }
    await changeTags(tx, item, who)
    await writeTrail(tx, who, { kind: 'changeMemberTags', subjectId: id, body: { add, remove } })
    return { outcome: 'changed', code: null }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { outcome: 'refused', code: thrown.code }
  }
}
