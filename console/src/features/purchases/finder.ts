import { api, ask } from '../../parts/api.ts'
import { formatMoment, formatMoney } from '../../parts/formats.ts'
import type { Finder } from '../../parts/pages.ts'
import { preferences } from '../../parts/preferences.ts'

/** Twelve characters and a check letter, with or without the dashes that make them readable over a phone. */
const receipt = /^[0-9a-z]{4}[\s-]?[0-9a-z]{4}[\s-]?[0-9a-z]{4}[\s-]?[0-9a-z]$/i

/** Receipts by the number that is printed on them, for Ctrl K. */
export const receiptFinder: Finder = {
  needs: 'purchases.read',
  title: { zh: '小票', en: 'Receipts' },
  find: async (text, signal) => {
    if (!receipt.test(text.trim())) return []
    const query = { receipt: text.trim(), limit: 5 }
    const { items } = await ask(api.GET('/v1/purchases', { params: { query }, signal }))
    const { language } = preferences.get()
    return items.map((one) => ({
      key: one.id,
      title: one.receipt,
      detail: [
        one.storeName,
        formatMoment(one.occurredAt, language),
        formatMoney(one.total, language, one.currency),
      ].join(' · '),
      to: `/purchases/${one.id}`,
    }))
  },
}
