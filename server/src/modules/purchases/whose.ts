import type { Caller } from '#kernel/caller.ts'
import { reaches } from '#kernel/caller.ts'
import type { Read } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { findIdentities, plainNumber, readPhone } from '#modules/members/index.ts'
import type { Command, Telling } from './context.ts'
import type { PurchaseInput } from './contract.ts'
import { idsOf } from './receipt.ts'
import { membersByRange, membersOfPurchases } from './store.ts'

type Ref = NonNullable<PurchaseInput['member']>

/** A command as it is told; ids are minted, and its member is found, before anything is locked. */
export type Asking = { command: Command; who: Caller; reference: string; origin?: Telling['origin']; importId?: string }

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** The id that a text is, in small letters as the house writes it; nothing when it must be the number of a receipt. */
export const idIn = (text: string): string | undefined => (uuid.test(text) ? text.toLowerCase() : undefined)

/**
 * Finds out whose books each command goes to. A full phone, card or member number opens the member at any till; a bare id is good only for
 * whom the caller may list (`byId`). A receipt number opens its sale at any till likewise.
 */
export async function findOut(read: Read, asked: Asking[]): Promise<Telling[]> {
  const refs = asked.flatMap(({ command }) =>
    command.kind === 'return' || !command.input.member ? [] : [command.input.member],
  )
  const found = await findByProof(read, refs)
  const sales = await findSales(read, asked)
  return asked.map(({ command, who, reference, origin = 'till', importId = null }): Telling => {
    const shared = { who, reference, origin, importId, id: newId() }
    if (command.kind === 'return') {
      const said = idIn(command.input.id) ?? command.input.id
      const sale = sales.get(said)
      return {
        ...shared,
        command: { ...command, input: { ...command.input, id: sale?.id ?? said } },
        memberId: sale?.memberId ?? null,
        walkIn: false,
        byId: uuid.test(said),
      }
    }
    const ref = command.input.member
    if (!ref) return { ...shared, command, memberId: newId(), walkIn: true, byId: false }
    return {
      ...shared,
      command,
      memberId: ref.id ?? found.get(keyOf(ref)) ?? null,
      walkIn: false,
      byId: ref.id !== undefined,
    }
  })
}

function phoneOf(text: string): string | undefined {
  const read = readPhone(text)
  return typeof read === 'object' && 'phone' in read ? read.phone : undefined
}

const keyOf = (ref: Ref): string => JSON.stringify(ref)

async function findByProof(read: Read, refs: Ref[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const kind of ['phone', 'card', 'number'] as const) {
    const plain = new Map<string, string>()
    for (const ref of refs) {
      const value = ref[kind]
      if (value === undefined) continue
      const proof = kind === 'phone' ? phoneOf(value) : plainNumber(value)
      if (proof) plain.set(keyOf(ref), proof)
    }
    if (plain.size === 0) continue
    const members = await findIdentities(read, kind, [...new Set(plain.values())])
    for (const [key, value] of plain) if (members.has(value)) found.set(key, members.get(value)!)
  }
  return found
}

async function findSales(read: Read, asked: Asking[]): Promise<Map<string, { id: string; memberId: string }>> {
  const found = new Map<string, { id: string; memberId: string }>()
  const wanted = asked.flatMap(({ command }) =>
    command.kind === 'return' ? [idIn(command.input.id) ?? command.input.id] : [],
  )
  const ids = wanted.filter((id) => uuid.test(id))
  if (ids.length > 0) for (const sale of await membersOfPurchases(read, ids)) found.set(sale.id, sale)
  for (const receipt of wanted.filter((id) => !uuid.test(id))) {
    const range = idsOf(receipt)
    const sales = range ? await membersByRange(read, range) : []
    if (sales.length === 1) found.set(receipt, sales[0]!)
  }
  return found
}

/** Whom a full phone, card or member number (or a bare id) names. */
export async function findMember(read: Read, ref: Ref): Promise<string | undefined> {
  if (ref.id) return ref.id
  return (await findByProof(read, [ref])).get(keyOf(ref))
}

/** Whether a caller who gave a bare id may know of a member or sale whose home is that store. */
export const mayKnow = (who: Caller, byId: boolean, homeStore: string | null): boolean =>
  !byId || (homeStore === null ? who.scope === 'all' : reaches(who, homeStore))
