import { z } from 'zod'
import { Id } from '#kernel/fields.ts'
import type { Row } from '#kernel/http.ts'
import { command, query } from '#kernel/http.ts'
import { KeyList, MadeKey, NewKey } from './contract.ts'
import * as keys from './service.ts'

export const keyRoutes: Row[] = [
  query({
    name: 'listKeys',
    path: 'GET /v1/keys',
    summary: 'API keys with role, scope and last use.',
    may: 'keys.manage',
    input: z.object({}),
    output: KeyList,
    run: async (read, _, who) => ({ items: await keys.listKeys(read, who), next: null }),
  }),
  command({
    name: 'makeKey',
    path: 'POST /v1/keys',
    summary: 'Makes an API key; it is shown this once.',
    may: 'keys.manage',
    input: NewKey,
    output: MadeKey,
    refuses: [
      'org.not_set_up',
      'org.role_unknown',
      'org.unit_unknown',
      'org.permission_not_held',
      'org.granted_already',
    ],
    trail: (input, made) => ({ subjectId: made.id, body: { roleId: input.roleId, unitId: input.unitId ?? null } }),
    run: keys.createKey,
  }),
  command({
    name: 'revokeKey',
    path: 'DELETE /v1/keys/{id}',
    summary: 'Revokes an API key; within a second no server accepts it.',
    may: 'keys.manage',
    input: z.object({ id: Id }),
    output: z.object({}),
    refuses: ['org.key_unknown', 'org.permission_not_held'],
    trail: ({ id }) => ({ subjectId: id }),
    run: async (tx, { id }, who) => {
      await keys.revokeKey(tx, id, who)
      return {}
    },
  }),
]
