import type { Said } from './numbers.ts'

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

const table = (...rows: [words: string, value: string | boolean | null][]) =>
  new Map(rows.flatMap(([words, value]) => words.split(' ').map((word) => [word, value] as const)))

const yesNo = table(
  ['y yes true t 1 是 有 同意 已同意 开 √ 对 处方药 处方 参与', true],
  ['n no false f 0 否 无 不同意 未同意 关 × 错 非处方药 非处方 不参与', false],
)
const genders = table(
  ['男 男性 m male man 先生', 'male'],
  ['女 女性 f female woman 女士 小姐', 'female'],
  ['其他 other x', 'other'],
  ['未知 保密 不详 未填 unknown u -', null],
)
const calendars = table(['公历 阳历 新历 solar gregorian', 'solar'], ['农历 阴历 旧历 lunar', 'lunar'])
const tenders = table(
  ['现金 cash', 'cash'],
  ['银行卡 刷卡 信用卡 借记卡 银联 card bank unionpay', 'card'],
  ['微信 微信支付 wechat wxpay wechatpay', 'wechat'],
  ['支付宝 alipay', 'alipay'],
)
const kinds = table(['销售 消费 正常 购买 sale s 1', 'sale'], ['退货 退款 退 冲正 return refund r -1', 'return'])
const states = table(
  ['在售 启用 正常 上架 有效 active 1', 'active'],
  ['停售 停用 下架 禁用 作废 retired inactive 0', 'retired'],
)

const lookUp =
  <T>(words: Map<string, unknown>) =>
  (text: string): Said<T> => {
    const found = words.get(fold(text))
    return found === undefined ? { wrong: 'unknown_word', details: { words: [...words.keys()] } } : { ok: found as T }
  }

export const readYesNo = lookUp<boolean>(yesNo)
export const readGender = lookUp<'male' | 'female' | 'other' | null>(genders)
export const readCalendar = lookUp<'solar' | 'lunar'>(calendars)
export const readDirection = lookUp<'sale' | 'return'>(kinds)
export const readShelfState = lookUp<'active' | 'retired'>(states)

/** How something was paid; what is not known by name is `other`, and its own word is kept as a note. */
export const readTender = (text: string): { kind: 'cash' | 'card' | 'wechat' | 'alipay' | 'other'; note?: string } => {
  const found = tenders.get(fold(text)) as 'cash' | 'card' | 'wechat' | 'alipay' | undefined
  return found ? { kind: found } : { kind: 'other', note: text.trim().slice(0, 100) }
}
