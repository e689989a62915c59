import type { Row } from '../../reading/table.ts'
import { readWhen } from '../../values/moments.ts'
import type { Said } from '../../values/numbers.ts'
import { readWhole } from '../../values/numbers.ts'
import { exactUnits } from '../amounts.ts'
import { Cells } from '../cells.ts'
import type { FieldSpec, Found, Line, Setup } from '../kind.ts'
import type { Ref } from '../refs.ts'
import { refFields, refOf } from '../refs.ts'

/** What a file of opening balances may say; a member may have several rows, one for each lot. */
export const openingFields: FieldSpec[] = [
  ...refFields,
  { key: 'store', zh: '门店', en: 'Store', words: ['门店编码', '门店编号', '所属门店', '店号', 'store id', 'shop'] },
  { key: 'points', zh: '积分', en: 'Points', words: ['积分余额', '可用积分', '剩余积分', '当前积分', 'point balance'] },
  {
    key: 'pointsEndOn',
    zh: '积分到期日',
    en: 'Points end on',
    words: ['积分有效期', '到期日', 'expires on', 'expiry', 'points expire'],
  },
  { key: 'growth', zh: '成长值', en: 'Growth', words: ['成长值余额', '经验值', '定级积分'] },
  { key: 'tier', zh: '等级', en: 'Tier', words: ['会员等级', '会员级别', '卡等级', '级别', 'level', 'grade'] },
  { key: 'tierUntil', zh: '等级到期日', en: 'Tier until', words: ['等级有效期', '会员有效期', 'tier expires'] },
  { key: 'card', zh: '卡号', en: 'Card number', words: ['实体卡号', '储值卡号', 'card no'], personal: true },
  { key: 'cardType', zh: '卡种', en: 'Card type', words: ['卡类型', '卡类别'] },
  {
    key: 'principal',
    zh: '储值本金',
    en: 'Stored money',
    words: ['储值余额', '卡余额', '余额', '本金', 'balance', 'principal'],
  },
  { key: 'bonus', zh: '储值赠送', en: 'Bonus money', words: ['赠送余额', '赠金', '赠送金额', 'bonus balance'] },
]

const most = 1_000_000_000_000

/** What a member brings along, as a row says it; money in minor units. */
export type Opening = {
  at: number
  ref: Ref
  storeWord: string
  points: number
  /** Last day of the lot; null when the file says none. */
  pointsEndOn: string | null
  growth: number
  tierWord: string
  tierUntil: string | null
  principal: number
  bonus: number
  /** A card that the member carries, by the number printed on it; and its type. */
  card: string
  cardTypeWord: string
  finding(field: string, code: string, details?: Record<string, unknown>, taken?: boolean): Found
}

/** Reads a row as opening balances. Balances are exact: nothing of them is rounded. */
export function convertOpening(row: Row, setup: Setup, currency: string, personal: ReadonlySet<string>): Line<Opening> {
  const cells = new Cells(row, setup, personal)
  const ref = refOf(cells, setup)
  if (!ref && cells.found.length === 0) cells.wrong('memberNumber', 'member_needed')
  const day = (text: string): Said<string> => {
    const when = readWhen(text, setup.options.dayOrder)
    return 'ok' in when ? { ok: when.ok.day } : when
  }
  const money = (field: string) => {
    const value = cells.take(field, exactUnits(setup, currency)) ?? 0
    if (value < 0) cells.wrong(field, 'negative')
    return value
  }
  const opening = {
    at: row.at,
    storeWord: cells.text('store'),
    points: cells.take('points', readWhole) ?? 0,
    pointsEndOn: cells.take('pointsEndOn', day) ?? null,
    growth: cells.take('growth', readWhole) ?? 0,
    tierWord: cells.text('tier'),
    tierUntil: cells.take('tierUntil', day) ?? null,
    principal: money('principal'),
    bonus: money('bonus'),
    card: cells.code('card'),
    cardTypeWord: cells.text('cardType'),
  }
  if (opening.growth < 0) cells.wrong('growth', 'negative')
  for (const field of ['points', 'growth', 'principal', 'bonus'] as const)
    if (Math.abs(opening[field]) > most) cells.wrong(field, 'too_large')
  if (!ref || cells.found.length > 0) return { at: row.at, key: null, input: null, found: cells.found }
  const finding = (field: string, code: string, details: Record<string, unknown> = {}, taken = false) =>
    cells.finding(field, code, details, taken)
  return { at: row.at, key: null, input: { ...opening, ref, finding }, found: [] }
}
