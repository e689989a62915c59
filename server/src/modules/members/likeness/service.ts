import type { Read } from '#kernel/db.ts'
import type { Birthday } from '../birthdays/rules.ts'
import { comparedName } from './rules.ts'
import * as store from './store.ts'

/**
 * Members who are likely the same as somebody about to join (same name, same birthday): their ids by the place in the list; who is like
 * nobody is absent. A likeness is a question for a person, never a reason to merge.
 */
export async function findAlike(
  read: Read,
  people: { name: string; birthday: Birthday | null }[],
): Promise<Map<number, string[]>> {
  const asked = people.flatMap(({ name, birthday }, place): store.Asked[] =>
    name === '' || birthday === null
      ? []
      : [
          {
            place,
            name: comparedName(name),
            calendar: birthday.calendar,
            year: birthday.year,
            month: birthday.month,
            day: birthday.day,
          },
        ],
  )
  const alike = new Map<number, string[]>()
  if (asked.length === 0) return alike
  for (const { place, memberId } of await store.selectAlike(read, asked)) {
    alike.set(place, [...(alike.get(place) ?? []), memberId])
  }
  return alike
}
