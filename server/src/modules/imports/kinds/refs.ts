import type { Read } from '#kernel/db.ts'
import { findIdentities, plainNumber, readPhone } from '#modules/members/index.ts'
import type { Cells } from './cells.ts'
import type { FieldSpec, Setup } from './kind.ts'

/** How a row names a member: by which way, in its plain form, and as it stands in the file. */
export type Ref = { kind: 'number' | 'card' | 'external' | 'phone'; value: string; said: string }

/** The fields by which a row may name a member. */
export const refFields: FieldSpec[] = [
  { key: 'memberNumber', zh: '会员号', en: 'Member number', words: ['会员编号', '会员', 'member no', 'member'] },
  { key: 'memberCard', zh: '会员卡号', en: 'Member card', words: ['卡号', 'card no', 'card'], personal: true },
  {
    key: 'memberPhone',
    zh: '会员手机号',
    en: 'Member phone',
    words: ['手机号', '手机', '手机号码', '电话', 'phone', 'mobile'],
    personal: true,
  },
  {
    key: 'memberExternal',
    zh: '会员ID',
    en: 'Foreign member id',
    words: [
      '客户编号',
      '客户id',
      '用户id',
      '外部编号',
      'customer id',
      'customer',
      'household id',
      'user id',
      'client id',
    ],
  },
]

const nobody = new Set('- -- — / 0 无 散客 非会员 零售 普通顾客 null none na n/a walk-in'.split(' '))

/** Who a row means, by the first of its columns that says something; words for a walk-in mean nobody. */
export function refOf(cells: Cells, setup: Setup): Ref | undefined {
  for (const [field, kind] of [
    ['memberNumber', 'number'],
    ['memberCard', 'card'],
    ['memberExternal', 'external'],
    ['memberPhone', 'phone'],
  ] as const) {
    const said = cells.code(field)
    if (said === '' || nobody.has(said.toLowerCase())) continue
    if (kind === 'external') return { kind, value: `${setup.options.source}:${said}`, said }
    if (kind !== 'phone') return { kind, value: plainNumber(said), said }
    const read = readPhone(said)
    if ('phone' in read) return { kind, value: read.phone, said }
    if (read.wrong !== 'empty') cells.wrong(field, 'bad_phone', { why: read.wrong })
    return undefined
  }
  return undefined
}

export const keyOf = (ref: Ref): string => `${ref.kind} ${ref.value}`

/** The field that a way to a member stands in. */
export const fieldOf = ({ kind }: Ref): string => `member${kind[0]!.toUpperCase()}${kind.slice(1)}`

/** Whom these ways lead to, by `keyOf`; ways to nobody are absent. */
export async function findMembers(read: Read, refs: Ref[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const [kind, some] of Map.groupBy(refs, (ref) => ref.kind)) {
    const values = [...new Set(some.map(({ value }) => value))]
    for (const [value, id] of await findIdentities(read, kind, values)) found.set(`${kind} ${value}`, id)
  }
  return found
}
