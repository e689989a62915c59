import type { Row } from '#kernel/http.ts'
import { keyRoutes } from './keys/routes.ts'
import { personRoutes } from './people/routes.ts'
import { postRoutes } from './posts/routes.ts'
import { profileRoutes } from './profile/routes.ts'
import { roleRoutes } from './roles/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { unitRoutes } from './units/routes.ts'
import { viewRoutes } from './views/routes.ts'

/** Every row of the organisation. */
export const routes: Row[] = [
  ...unitRoutes,
  ...roleRoutes,
  ...keyRoutes,
  ...personRoutes,
  ...postRoutes,
  ...sessionRoutes,
  ...profileRoutes,
  ...viewRoutes,
]
