import { api, ask, type BodyOf, Refusal, told } from '../../parts/api.ts'
import { type Entry, isReceipt } from './entry.ts'
import type { FoundProducts, Hit, Hits, MemberRef, Product, Purchase } from './shapes.ts'

/** A member who was found, with what opens them at the server. */
export interface FoundMember {
  hit: Hit
  ref: MemberRef
}

/** What a line of the scan field came to. */
export type Found =
  | { kind: 'product'; product: Product }
  | { kind: 'member'; member: FoundMember }
  | { kind: 'choices'; members: FoundMember[]; products: Product[]; more: boolean }
  | { kind: 'receipt'; purchase: Purchase }
  /** A whole phone that nobody has. */
  | { kind: 'nobody'; phone: string }
  /** Neither a product nor a member: it may still be sold under words of its own. */
  | { kind: 'unknown'; code: string; tail?: boolean }

const search = (body: BodyOf<'post', '/v1/members/search'>): Promise<Hits> =>
  ask(api.POST('/v1/members/search', { body }))
const findProduct = (code: string): Promise<FoundProducts> => ask(api.POST('/v1/products/find', { body: { code } }))

/** A receipt by its number or a purchase by its id; undefined when there is none. */
export async function readReceipt(id: string): Promise<Purchase | undefined> {
  try {
    return await ask(api.GET('/v1/purchases/{id}', { params: { path: { id } } }))
  } catch (failure) {
    if (failure instanceof Refusal && failure.status === 404) return undefined
    throw failure
  }
}

/** What was shown goes with every later call: a phone, card or number opens a member whose home is another store. */
function withRef(by: Hits['by'], code: string, hit: Hit): FoundMember {
  const ref =
    by === 'phone' ? { phone: code } : by === 'card' ? { card: code } : by === 'number' ? { number: code } : null
  return { hit, ref: ref ?? { id: hit.memberId } }
}

const membersOf = ({ by, hits }: Hits, code: string) => hits.map((hit) => withRef(by, code, hit))

/** Finds out what an entry of the scan field means. */
export async function lookUp(entry: Entry): Promise<Found> {
  const { code, kind, quantity } = entry
  if (quantity !== undefined) return onlyProduct(code)
  if (kind === 'phone') return byPhone(code)
  if (kind === 'tail') return byTail(code)
  if (kind === 'receipt') {
    const purchase = await readReceipt(code)
    if (purchase) return { kind: 'receipt', purchase }
  }
  return byCode(code)
}

async function onlyProduct(code: string): Promise<Found> {
  const { by, items, more } = await findProduct(code)
  if (by !== 'name' && items[0]) return { kind: 'product', product: items[0] }
  return items.length > 0 ? { kind: 'choices', members: [], products: items, more } : { kind: 'unknown', code }
}

async function byPhone(phone: string): Promise<Found> {
  const [member] = membersOf(await search({ phone }), phone)
  if (member) return { kind: 'member', member }
  const { by, items } = await findProduct(phone)
  return by !== 'name' && items[0] ? { kind: 'product', product: items[0] } : { kind: 'nobody', phone }
}

/** Four digits: the ends of phones, at most ten, and a product of exactly that code. A member is never opened by them alone. */
async function byTail(tail: string): Promise<Found> {
  const [found, { by, items }] = await Promise.all([search({ tail }), findProduct(tail)])
  const products = by === 'name' ? [] : items
  const members = membersOf(found, tail)
  if (members.length === 0 && products[0]) return { kind: 'product', product: products[0] }
  if (members.length === 0) return { kind: 'unknown', code: tail, tail: true }
  return { kind: 'choices', members, products, more: found.more }
}

async function byCode(code: string): Promise<Found> {
  const things = await findProduct(code)
  if (things.by !== 'name' && things.items[0]) return { kind: 'product', product: things.items[0] }
  const people = await search({ q: code })
  const members = membersOf(people, code)
  if (people.by !== 'name' && people.by !== 'tail' && members[0]) return { kind: 'member', member: members[0] }
  if (members.length + things.items.length > 0) {
    return { kind: 'choices', members, products: things.items, more: people.more || things.more }
  }
  const purchase = isReceipt(code) ? await readReceipt(code) : undefined
  return purchase ? { kind: 'receipt', purchase } : { kind: 'unknown', code }
}

/** Opens a member whom this counter has just made, by the phone they gave. */
export const openByRef = async (ref: MemberRef): Promise<FoundMember | undefined> => {
  if ('id' in ref) return undefined
  const [hit] = (await search(ref)).hits
  return hit && { hit, ref }
}

/** Records a sale; the key makes sure that it is recorded once, however often it is sent. */
export const sendSale = (body: BodyOf<'post', '/v1/purchases'>, key: string): Promise<Purchase> =>
  ask(api.POST('/v1/purchases', { params: { header: told(key) }, body }))
