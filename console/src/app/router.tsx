import type { QueryClient } from '@tanstack/react-query'
import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { parseSearch, stringifySearch } from '../parts/address.ts'
import { Refusal } from '../parts/api.ts'
import type { Page } from '../parts/pages.ts'
import { holds, sessionQuery } from '../parts/session.ts'
import { loadWords } from '../parts/words.ts'
import { Broken } from './Broken.tsx'
import { Missing } from './Missing.tsx'
import { rooms } from './pages.ts'
import { Waiting } from './Waiting.tsx'

interface Context {
  client: QueryClient
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: Missing })

/** Everything behind sign-in. Whoever is not signed in goes there and comes back to the page that they asked for. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: lazyRouteComponent(() => import('./Shell.tsx'), 'Shell'),
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.query({ ...sessionQuery, staleTime: 'static' })
    if (session) return { session }
    throw redirect({ to: '/sign-in', search: { back: location.href === '/' ? undefined : location.href } as never })
  },
})

/** Words and code of a page travel together, so that no page is drawn with its keys showing. */
function componentOf(room: string, page: Page) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([page.load(), loadWords(room)])
    return module
  })
}

function routeOf(room: string, page: Page): AnyRoute {
  const bare = page.frame === 'bare'
  return createRoute({
    getParentRoute: () => (bare ? root : shell) as typeof shell,
    path: page.path,
    component: componentOf(room, page),
    staticData: { page },
    beforeLoad: ({ context }) => {
      if (bare || !page.needs || holds(context.session, page.needs)) return
      throw new Refusal({ code: 'kernel.forbidden', status: 403, details: {} })
    },
  }) as unknown as AnyRoute
}

/** The first page of the menu that a person may use: a cashier lands at the counter, others at today. */
const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: ({ context }) => {
    const first = rooms
      .flatMap(({ pages }) => pages)
      .filter((page) => page.menu && holds(context.session, page.needs))
      .sort((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0))[0]
    throw redirect({ to: first?.path ?? '/profile' })
  },
})

/** Builds the routes from the rows of every room. */
export function buildRouter(client: QueryClient) {
  const rows = rooms.flatMap(({ room, pages }) => pages.map((page) => ({ room, page })))
  const routesIn = (bare: boolean) =>
    rows.filter(({ page }) => (page.frame === 'bare') === bare).map(({ room, page }) => routeOf(room, page))
  return createRouter({
    routeTree: root.addChildren([shell.addChildren([home, ...routesIn(false)]), ...routesIn(true)]),
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadDelay: 60,
    defaultPendingMs: 150,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    page?: Page
  }
}
