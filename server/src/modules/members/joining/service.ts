import type { Tx } from '#kernel/db.ts'
import { announce } from '#kernel/facts.ts'
import { newId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/lane.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { addConsents } from '../consents/service.ts'
import type { Created, NewMember } from '../contract.ts'
import { refuse } from '../contract.ts'
import { listFields } from '../fields/service.ts'
import type { Taken } from '../identities/contract.ts'
import { maskPhone } from '../identities/rules.ts'
import { addIdentities, addTails, removeIdentities } from '../identities/service.ts'
import { maskName } from '../names/rules.ts'
import { programmeDay } from '../programme.ts'
import { newStanding } from '../standing/rules.ts'
import { openStandings } from '../standing/service.ts'
import * as store from '../store.ts'
import type { Applicant } from './rules.ts'
import { applicantOf, checkNew, numberOf } from './rules.ts'

/**
 * Takes new members in, each answered on its own, in order. A phone, number or foreign id leads to one member: whoever comes second with
 * it is refused (`members.phone_taken`, `members.number_taken`, `members.external_taken`), also within one list. Announces
 * `member.joined`. `ids` says which ids they get, when the caller has told its references already.
 */
export async function createMembers(tx: Tx, inputs: NewMember[], ids?: string[]): Promise<Outcome<Created>[]> {
  const fields = await listFields(tx)
  const today = await programmeDay(tx)
  const checked = inputs.map((input) => checkNew(input, fields))
  const running = await store.nextNumbers(tx, inputs.filter(({ number }) => number === null).length)
  const applicants = inputs.map((input, at): Applicant | Refusal => {
    const good = checked[at]!
    const number = input.number === null ? running.shift()! : 0
    if ('refusal' in good) return good.refusal
    return applicantOf(input, {
      memberId: ids?.[at] ?? newId(),
      number: numberOf(input, number),
      phone: good.phone,
      today,
      now: tx.now,
      keys: tx.keys,
    })
  })
  const refused = await claimIdentities(
    tx,
    applicants.filter((one) => 'archive' in one),
  )
  const accepted = applicants.filter((one) => 'archive' in one).filter(({ archive }) => !refused.has(archive.memberId))
  await writeMembers(tx, accepted)
  return applicants.map((one) => {
    if (!('archive' in one)) return { refusal: one }
    const { memberId, number } = one.archive
    const refusal = refused.get(memberId)
    return refusal ? { refusal } : { ok: { memberId, number } }
  })
}

/** Claims the ways to all applicants at once. Who loses one loses all, and whoever stood behind a loser in the list is asked again. */
async function claimIdentities(tx: Tx, applicants: Applicant[]): Promise<Map<string, Refusal>> {
  const refused = new Map<string, Refusal>()
  let asking = applicants
  while (asking.length > 0) {
    const here = new Set(asking.map(({ archive }) => archive.memberId))
    const taken = Map.groupBy(await claim(tx, asking), ({ loser }) => loser)
    if (taken.size === 0) break
    await removeIdentities(tx, [...taken.keys()])
    const holders = await hintsAt(tx, [...taken.values()].flat(), applicants)
    asking = asking.filter(({ archive }) => {
      const lost = taken.get(archive.memberId)
      if (!lost) return false
      const final = lost.find(({ memberId }) => !here.has(memberId) || !taken.has(memberId))
      if (!final) return true // lost to somebody in this list who lost as well
      refused.set(archive.memberId, refusalOf(final, holders))
      return false
    })
  }
  return refused
}

type Lost = Taken & { loser: string }

async function claim(tx: Tx, applicants: Applicant[]): Promise<Lost[]> {
  const taken = await addIdentities(
    tx,
    applicants.flatMap(({ identities }) => identities),
  )
  if (taken.length === 0) return []
  const holderOf = new Map(taken.map((one) => [`${one.kind} ${one.value}`, one.memberId]))
  return applicants.flatMap(({ identities }) =>
    identities.flatMap(({ kind, value, memberId: loser }) => {
      const memberId = holderOf.get(`${kind} ${value}`)
      return memberId === undefined || memberId === loser ? [] : [{ kind, value, memberId, loser }]
    }),
  )
}

type Hint = { name: string; number: string }

/** Who holds what was lost, masked: enough to say "that is Mr Wang, number …", not enough to learn who has a phone. */
async function hintsAt(tx: Tx, lost: Lost[], applicants: Applicant[]): Promise<Map<string, Hint>> {
  const archives = [...(await store.select(tx, [...new Set(lost.map(({ memberId }) => memberId))])).values()]
  return new Map(
    [...applicants.map(({ archive }) => archive), ...archives].map(({ memberId, name, number }) => [
      memberId,
      { name: maskName(name), number },
    ]),
  )
}

function refusalOf({ kind, value, memberId }: Lost, hints: Map<string, Hint>): Refusal {
  const { name = '', number = '' } = hints.get(memberId) ?? {}
  if (kind === 'phone') return refuse('members.phone_taken', { name, number, phone: maskPhone(value) })
  return refuse(kind === 'number' ? 'members.number_taken' : 'members.external_taken', { name, number })
}

async function writeMembers(tx: Tx, accepted: Applicant[]): Promise<void> {
  if (accepted.length === 0) return
  await openStandings(
    tx,
    accepted.map(({ archive }) => newStanding(archive.memberId, archive.homeStore)),
  )
  await store.insert(
    tx,
    accepted.map(({ archive }) => archive),
  )
  await addTails(
    tx,
    accepted.flatMap(({ archive: { memberId, homeStore }, phone }) =>
      phone === null ? [] : [{ memberId, homeStore, phone }],
    ),
  )
  await addConsents(
    tx,
    accepted.flatMap(({ archive: { memberId }, input }) =>
      input.consents.map((consent) => ({ ...consent, memberId, decidedAt: tx.now })),
    ),
  )
  await announce(
    tx,
    accepted.map(({ archive: { memberId, homeStore } }) => ({
      kind: 'member.joined',
      memberId,
      body: { storeId: homeStore },
    })),
  )
}
