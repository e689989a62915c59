import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { api, ask, Refusal, type Schemas } from './api.ts'
import { house } from './formats.ts'
import { languageOf, prefer, preferences, themeOf } from './preferences.ts'
import { speak } from './words.ts'

export type Session = Schemas['Session']
export type Store = Session['stores'][number]

/** Who sits here and what they may use; null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async (): Promise<Session | null> => {
    try {
      const session = await ask(api.GET('/v1/session'))
      house.set({ currency: session.organisation.currency, zone: session.organisation.zone })
      return session
    } catch (failure) {
      if (failure instanceof Refusal && failure.status === 401) return null
      throw failure
    }
  },
})

/** The session of a page inside the shell, where somebody is always signed in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('useSession is for pages inside the shell')
  return data
}

/** Whether a session holds a permission; `*` holds all, and an empty need is everybody's. */
export function holds(session: Session | null | undefined, needs: string | readonly string[] | undefined): boolean {
  if (!needs) return Boolean(session)
  const wanted = typeof needs === 'string' ? [needs] : needs
  return wanted.some((need) => session?.permissions.includes(need) || session?.permissions.includes('*'))
}

/** Whether who sits here may use this. It hides what would be refused; the server decides. */
export function useMay(needs: string | readonly string[] | undefined): boolean {
  const { data } = useQuery(sessionQuery)
  return holds(data, needs)
}

/** Takes language and theme from whom has just signed in, so that a shared till speaks to each in their own. */
export async function adopt(session: Session): Promise<void> {
  const language = languageOf(session.person.language) ?? preferences.get().language
  await speak(language)
  prefer({ language, theme: session.person.theme ? themeOf(session.person.theme) : preferences.get().theme })
}

/**
 * Ends the session on the server, leaves the pages that need one, and then forgets what was read in it: a page that is still
 * there must not find its session gone.
 */
export async function signOut(client: QueryClient, leave: () => Promise<unknown>): Promise<void> {
  await ask(api.DELETE('/v1/session'))
  await leave()
  client.clear()
}
