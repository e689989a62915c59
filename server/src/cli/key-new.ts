import { readSettings } from '#kernel/settings.ts'
import { createKeyFor } from '#modules/org/index.ts'
import { type Command, needed } from './command.ts'
import { withApp } from './database.ts'

export const command: Command = {
  summary: 'make an API key and print it, and nothing else',
  help: `
changke key new --role ROLE --name NAME

Makes an API key and prints it on the standard output, and nothing else. It is shown this once; only its hash is kept.
Works beside a running server, or by starting the database for the moment.

  --role   the code of a role, such as owner, cashier or auditor; the key may do what the role may, in the whole house
  --name   what the key is for, so that it can be recognised and revoked later`,
  options: { role: { type: 'string' }, name: { type: 'string' } },
  async run(words) {
    const wish = { role: needed(words, 'role'), name: needed(words, 'name') }
    const made = await withApp(readSettings(process.env), 'key new', (app) =>
      app.db.write((tx) => createKeyFor(tx, wish)),
    )
    console.log(made.key)
    return 0
  },
}
