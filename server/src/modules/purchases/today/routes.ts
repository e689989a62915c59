import { z } from 'zod'
import { query } from '#kernel/http.ts'
import { Today } from './contract.ts'
import { readToday } from './service.ts'

export const routes = [
  query({
    name: 'readToday',
    path: 'GET /v1/today',
    summary: 'What the caller’s stores took in on their business days of now, by till; who joined; which shifts run.',
    may: 'purchases.read',
    input: z.object({}),
    output: Today,
    refuses: ['org.not_set_up'],
    run: (read, _, who) => readToday(read, who),
  }),
]
