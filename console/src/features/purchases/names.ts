import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../parts/api.ts'
import { useMay } from '../../parts/session.ts'
import { useWords } from './words.ts'

/** Ways of paying, in the order in which a till shows them. */
export const tenderOrder = ['cash', 'wechat', 'alipay', 'card', 'wallet', 'points', 'other'] as const

const tenders = new Set<string>(tenderOrder)

/** What a way of paying is called. */
export function useTenderName(): (kind: string) => string {
  const t = useWords()
  return (kind) => (tenders.has(kind) ? t(`tender.${kind}` as 'tender.cash') : kind)
}

/** The name of who stood at the till; undefined for who may not know. */
export function useStaffName(personId: string | null): string | undefined {
  const may = useMay('people.read')
  const { data } = useQuery({
    queryKey: ['person-name', personId],
    enabled: may && personId !== null,
    staleTime: 5 * 60_000,
    retry: false,
    queryFn: () => ask(api.GET('/v1/people/{id}', { params: { path: { id: personId ?? '' } } })),
  })
  return data?.name
}

/** The name of a till; undefined for who may not know. */
export function useTillName(storeId: string, tillId: string | null): string | undefined {
  const may = useMay('purchases.record')
  const { data } = useQuery({
    queryKey: ['tills', storeId],
    enabled: may && tillId !== null,
    staleTime: 5 * 60_000,
    retry: false,
    queryFn: () => ask(api.GET('/v1/tills', { params: { query: { storeId } } })),
  })
  const till = data?.items.find((one) => one.id === tillId)
  return till && (till.name || till.code)
}
