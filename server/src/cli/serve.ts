import { readSettings } from '#kernel/settings.ts'
import { serve } from '../main.ts'
import { type Command, optional } from './command.ts'

export const command: Command = {
  summary: 'start the server (what npm start does after installing and building)',
  help: `
changke serve [--role all|api|worker]

Starts the database if it is the embedded one, brings its tables up to date, and serves until Ctrl-C or SIGTERM.
Everything else is a setting: see docs/operating/settings.md.

  --role   what this process does: answer requests (api), background work (worker), or both (all, the default)`,
  options: { role: { type: 'string' } },
  run: async (words) => serve(readSettings(process.env, { role: optional(words, 'role') })),
}
