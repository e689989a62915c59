import { z } from 'zod'
import { Id } from '#kernel/fields.ts'
import type { Row } from '#kernel/http.ts'
import { command, query } from '#kernel/http.ts'
import { KeepView, View, ViewFilter, ViewList } from './contract.ts'
import * as views from './service.ts'

export const viewRoutes: Row[] = [
  query({
    name: 'listViews',
    path: 'GET /v1/profile/views',
    summary: 'The caller’s own views of lists: filters and columns under a name.',
    may: 'signed-in',
    input: ViewFilter,
    output: ViewList,
    refuses: ['org.people_only'],
    run: async (read, { list }, who) => ({ items: await views.listViews(read, list, who), next: null }),
  }),
  command({
    name: 'keepView',
    path: 'POST /v1/profile/views',
    summary: 'Keeps a view of a list for the caller; one of the same name is replaced.',
    may: 'signed-in',
    input: KeepView,
    output: View,
    refuses: ['org.people_only', 'org.too_many_views'],
    trail: false,
    run: views.keepView,
  }),
  command({
    name: 'forgetView',
    path: 'DELETE /v1/profile/views/{id}',
    summary: 'Forgets a view of the caller’s.',
    may: 'signed-in',
    input: z.object({ id: Id }),
    output: z.object({}),
    refuses: ['org.people_only', 'org.view_unknown'],
    trail: false,
    run: async (tx, { id }, who) => {
      await views.forgetView(tx, id, who)
      return {}
    },
  }),
]
