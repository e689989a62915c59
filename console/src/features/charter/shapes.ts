/** A text in both languages of the house. */
export interface Words {
  zh: string
  en: string
}

export interface Conditions {
  categories?: string[]
  labels?: string[]
  skus?: string[]
  tiers?: string[]
  weekdays?: number[]
  firstPurchase?: true
}

export type EarningRule = { name: Words; when: Conditions } & (
  | { code: 'per_amount'; args: { amount: number; units: number } }
  | { code: 'per_quantity'; args: { units: number } }
  | { code: 'fixed'; args: { units: number } }
  | { code: 'multiplier'; args: { percent: number } }
)

export type TenderKind = 'cash' | 'card' | 'wechat' | 'alipay' | 'wallet' | 'points' | 'other'

export interface Charter {
  name: Words
  points: {
    earn: EarningRule[]
    growth: EarningRule[]
    rounding: 'down' | 'half_up' | 'up'
    doNotEarn: { tenders: TenderKind[]; prescription: boolean }
    mostPerPurchase: number | null
    expiry: { kind: 'never' } | { kind: 'month_end'; months: number } | { kind: 'year_end'; years: number }
    spend: { points: number; amount: number; step: number; mostPercent: number } | null
  }
  tiers: { levels: { code: string; name: Words; from: number; benefits: Words[] }[] }
  wallets: {
    least: number
    most: number
    mostHeld: number
    bonuses: { from: number; bonus: number }[]
    split: 'principal_first' | 'bonus_first' | 'proportional'
  }
  returns: { days: number | null; reopenDays: number }
  limits: { backdateDays: number }
}

export interface VersionHead {
  no: number
  effectiveFrom: string
  publishedAt: string
  publishedBy: string
  note: string
  name: Words
}

export type Version = Omit<VersionHead, 'name'> & { charter: Charter }
