import type { Charter } from '../contract.ts'

const b = (zh: string, en: string) => ({ zh, en })
const consult = b('用药咨询与健康档案', 'Medication advice and health file')
const memberPrice = b('会员价商品', 'Member-price products')
const double = b('会员日双倍积分', 'Double points on member day')
const birthday = b('生日当月专享精美生日礼品', 'Birthday gift in the birthday month')
const events = b('会员活动优先参加', 'First invited to member events')
const delivery = b('单笔消费满一千元市区内免费送货', 'Free delivery in the city from 1,000 yuan a purchase')

/** The pharmacy chain: 1 point and 1 growth for each whole yuan paid; four tiers at 0, 5,000, 10,000 and 15,000 growth. */
export const pharmacy: Charter = {
  template: 'pharmacy',
  name: b('药房会员章程', 'Pharmacy members’ charter'),
  points: {
    earn: [
      {
        code: 'per_amount',
        name: b('每消费满 1 元积 1 分', '1 point for each whole yuan'),
        args: { amount: 100, units: 1 },
        when: {},
      },
    ],
    growth: [
      {
        code: 'per_amount',
        name: b('每消费满 1 元得 1 成长值', '1 growth for each whole yuan'),
        args: { amount: 100, units: 1 },
        when: {},
      },
    ],
    rounding: 'down',
    doNotEarn: { tenders: ['points'], prescription: true },
    mostPerPurchase: null,
    expiry: { kind: 'year_end', years: 2 },
    spend: { points: 100, amount: 100, step: 100, mostPercent: 50 },
  },
  tiers: {
    levels: [
      { code: 'ordinary', name: b('普通会员', 'Ordinary'), from: 0, benefits: [consult, memberPrice] },
      { code: 'silver', name: b('银级会员', 'Silver'), from: 5000, benefits: [consult, memberPrice, double] },
      {
        code: 'gold',
        name: b('金级会员', 'Gold'),
        from: 10_000,
        benefits: [consult, memberPrice, double, birthday, events],
      },
      {
        code: 'diamond',
        name: b('钻石会员', 'Diamond'),
        from: 15_000,
        benefits: [consult, memberPrice, double, birthday, events, delivery],
      },
    ],
  },
  wallets: {
    least: 1,
    most: 500_000,
    mostHeld: 500_000,
    bonuses: [],
    split: 'proportional',
  },
  returns: { days: null, reopenDays: 30 },
  limits: { backdateDays: 7 },
}
