import { readSettings } from '#kernel/settings.ts'
import { resetPassword } from '#modules/org/index.ts'
import { BadWords, type Command } from './command.ts'
import { withApp } from './database.ts'

export const command: Command = {
  summary: 'let somebody who is locked out in again, with a link to a new password',
  help: `
changke user reset LOGIN

Prints a link, good once and for 72 hours, with which the person sets a new password. Their sessions end and their second factor is
removed: they set it up again. LOGIN is the e-mail address or phone number that they sign in with.
Whoever may run this on the machine could read the database anyway; the trail keeps that it was done.`,
  takesWords: true,
  async run({ rest }) {
    const [login] = rest
    if (!login || rest.length > 1)
      throw new BadWords('Say one login: the e-mail address or phone number of the person.')
    const settings = readSettings(process.env)
    const made = await withApp(settings, 'user reset', (app) => app.db.write((tx) => resetPassword(tx, login)))
    const { host, port } = settings
    const house = /^(127\.|0\.0\.0\.0|::1?$)/.test(host) ? 'localhost' : host
    console.log(`${settings.publicUrl ?? `http://${house}:${port}`}${made.path}`)
    return 0
  },
}
