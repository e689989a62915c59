import { useWords } from './words.ts'

/** With what one may pay a top-up. */
export const topUpTenders = ['cash', 'card', 'wechat', 'alipay', 'other'] as const

/** What a way of paying is called. */
export function useTenderName(): (kind: string) => string {
  const t = useWords()
  return (kind) => t(`tender.${kind}` as 'tender.cash')
}
