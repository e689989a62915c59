import type { Row } from '#kernel/http.ts'
import { keyRoutes } from './keys/routes.ts'
import { roleRoutes } from './roles/routes.ts'
import { unitRoutes } from './units/routes.ts'

/** Every row of the organisation. */
export const routes: Row[] = [...unitRoutes, ...roleRoutes, ...keyRoutes]
