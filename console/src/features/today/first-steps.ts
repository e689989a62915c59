import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../parts/api.ts'
import { useMay } from '../../parts/session.ts'
import { useWords } from './words.ts'

/** Whether the house knows nobody yet. */
const emptyQuery = queryOptions({
  queryKey: ['today', 'empty'],
  queryFn: () =>
    ask(api.GET('/v1/members', { params: { query: { limit: 1 } } })).then(({ items }) => items.length === 0),
})

/** What to do first in a house that has no members: bring them in, register the first, let the others in. */
export function useFirstSteps() {
  const t = useWords()
  const { data } = useQuery({ ...emptyQuery, enabled: useMay('members.read') })
  const mayImport = useMay('imports.run')
  const mayWrite = useMay('members.write')
  const mayHire = useMay('people.manage')
  if (!data) return []
  return [
    ...(mayImport ? [{ key: 'first-import', text: t('first.import'), to: '/imports' }] : []),
    ...(mayWrite ? [{ key: 'first-member', text: t('first.member'), to: '/members' }] : []),
    ...(mayHire ? [{ key: 'first-people', text: t('first.people'), to: '/settings/people' }] : []),
  ]
}
