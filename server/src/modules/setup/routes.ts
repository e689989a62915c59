import { z } from 'zod'
import { command, query } from '#kernel/http.ts'
import { SetupInput, SetupState } from './contract.ts'
import { readSetup, setUp } from './service.ts'

export const routes = [
  query({
    name: 'readSetup',
    path: 'GET /v1/setup',
    summary: 'Whether nobody has set this house up yet, and how far a demo has been told.',
    may: 'anyone',
    input: z.object({}),
    output: SetupState,
    run: readSetup,
  }),
  command({
    name: 'setUp',
    path: 'POST /v1/setup',
    summary:
      'The first visit: organisation, first store and till, owner, and a charter template or the demo shop. Once only.',
    may: 'anyone',
    input: SetupInput,
    output: SetupState,
    refuses: [
      'org.already_set_up',
      'org.password_weak',
      'org.login_missing',
      'org.login_malformed',
      'org.login_taken',
      'org.locked',
      'setup.template_unknown',
    ],
    rate: { most: 20, seconds: 60 },
    lastsMs: 60_000,
    run: async (tx, input) => {
      await setUp(tx, input)
      return readSetup(tx)
    },
  }),
]
