import { z } from 'zod'
import type { Row } from '#kernel/http.ts'
import { command, query } from '#kernel/http.ts'
import { Field, FieldList } from './contract.ts'
import { listFields, putField } from './service.ts'

export const routes: Row[] = [
  query({
    name: 'listMemberFields',
    path: 'GET /v1/member-fields',
    summary: 'The fields that the house has added to its archives, in the order of forms.',
    may: 'signed-in',
    input: z.object({}),
    output: FieldList,
    run: async (read) => ({ items: await listFields(read) }),
  }),
  command({
    name: 'putMemberField',
    path: 'PUT /v1/member-fields/{key}',
    summary: 'Adds a field to the archives or changes it; its type stays.',
    may: 'org.manage',
    input: Field,
    output: Field,
    refuses: ['members.field_has_type'],
    trail: (field) => ({ body: { key: field.key, required: field.required, retired: field.retired } }),
    run: putField,
  }),
]
