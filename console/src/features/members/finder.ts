import { api, ask } from '../../parts/api.ts'
import type { Finder } from '../../parts/pages.ts'

/** Members by phone, last four digits, card, number, name or pinyin, for Ctrl K. */
export const memberFinder: Finder = {
  needs: 'members.read',
  title: { zh: '会员', en: 'Members' },
  find: async (q, signal) => {
    const { hits } = await ask(api.POST('/v1/members/search', { body: { q }, signal }))
    return hits.map((hit) => ({
      key: hit.memberId,
      title: hit.name,
      detail: [hit.number, hit.phone].filter(Boolean).join(' · '),
      to: `/members/${hit.memberId}`,
    }))
  },
}
