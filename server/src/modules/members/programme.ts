import { dayIn } from '#kernel/clock.ts'
import type { Read } from '#kernel/db.ts'
import { findOrganisation } from '#modules/org/index.ts'

/** Today in the programme's zone; before the first visit, in China's. */
export async function programmeDay(read: Read): Promise<string> {
  const organisation = await findOrganisation(read)
  return dayIn(organisation?.zone ?? 'Asia/Shanghai', read.now)
}
