import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ask, type Schemas } from './api.ts'
import { usePreferences } from './preferences.ts'
import { useSession } from './session.ts'

/** A text of the programme in both languages of the house. */
export type Words = Schemas['Words']
type Level = Schemas['Charter']['tiers']['levels'][number]

/** The charter in force now; refused with `charter.none` before one is published. */
export const charterInForce = queryOptions({
  queryKey: ['charter', 'in-force'],
  staleTime: 5 * 60_000,
  queryFn: () => ask(api.GET('/v1/charter')),
})

/** The text of the moment's language. */
export function useOwnLanguage(): (words: Words) => string {
  const { language } = usePreferences()
  return (words) => words[language]
}

/** The tiers from the lowest up, and the name of each rank; a rank that the charter no longer has is shown as its number. */
export function useTiers(): { levels: Level[]; nameOf: (rank: number) => string } {
  const say = useOwnLanguage()
  const { data } = useQuery(charterInForce)
  const levels = data?.charter.tiers.levels ?? []
  return { levels, nameOf: (rank) => (levels[rank] ? say(levels[rank].name) : String(rank)) }
}

/** The name of a store; undefined for one that the person may not see, or for none. */
export function useStoreName(): (storeId: string | null | undefined) => string | undefined {
  const { stores } = useSession()
  return (storeId) => stores.find((store) => store.id === storeId)?.name
}
