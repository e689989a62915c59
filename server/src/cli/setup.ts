import { randomBytes } from 'node:crypto'
import { readSettings } from '#kernel/settings.ts'
import { demoStore, SetupInput, setUpByCommand, tellDemo } from '#modules/setup/index.ts'
import { BadWords, type Command, needed, optional, readStdin, type Words } from './command.ts'
import { withApp } from './database.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export const command: Command = {
  summary: 'set the organisation up without a browser, or fill it with a demo shop',
  help: `
changke setup --template NAME --owner-email ADDRESS --owner-password-stdin [OPTIONS]
changke setup --demo [OPTIONS]

Does what the first visit in the browser does, once: the organisation, its first store and till, its owner and its charter.

  --template              the charter to begin with, such as pharmacy
  --demo                  a demo shop with a year of sales instead; without an owner it makes one and prints how to sign in
  --owner-email           what the owner signs in with (or --owner-phone)
  --owner-password-stdin  read the owner's password from the standard input; it never stands in a command
  --owner-name            how the owner is called; without it, the part of the address before the @
  --organisation          the name of the organisation; without it, 我的店
  --store, --store-code   name and code of the first store; without them, 总店 and S1
  --currency              CNY without it
  --zone                  the time zone, Asia/Shanghai without it
  --language              zh or en, zh without it`,
  options: {
    template: text,
    demo: flag,
    organisation: text,
    store: text,
    'store-code': text,
    currency: text,
    zone: text,
    language: text,
    'owner-name': text,
    'owner-email': text,
    'owner-phone': text,
    'owner-password-stdin': flag,
  },
  async run(words) {
    const demo = words.options['demo'] === true
    const start = demo ? { demo } : { template: needed(words, 'template') }
    const owner = demo && !hasLogin(words) ? demoOwner() : await readOwner(words)
    const input = readInput(words, start, owner)
    await withApp(readSettings(process.env), 'setup', async ({ db }) => {
      await db.write((tx) => setUpByCommand(tx, input))
      if (demo) await tellDemo(db, ({ done, of }) => console.error(`the demo's year: week ${done} of ${of}`))
    })
    console.log(`${input.organisation.name} is set up. Start it with "npm start" and sign in as ${input.owner.login}.`)
    if (demo && !hasLogin(words)) console.log(`The password is ${input.owner.password}`)
    return 0
  },
}

type Owner = SetupInput['owner']

const hasLogin = (words: Words) => Boolean(optional(words, 'owner-email') ?? optional(words, 'owner-phone'))

const demoOwner = (): Owner => ({
  name: 'Demo',
  login: 'demo@example.com',
  password: randomBytes(12).toString('base64url'),
})

async function readOwner(words: Words): Promise<Owner> {
  const login = optional(words, 'owner-email') ?? optional(words, 'owner-phone')
  if (!login) throw new BadWords('--owner-email (or --owner-phone) is missing.')
  if (!words.options['owner-password-stdin']) {
    throw new BadWords("--owner-password-stdin is missing: the owner's password is read from the standard input.")
  }
  return { login, name: optional(words, 'owner-name') ?? login.split('@')[0]!, password: await readStdin() }
}

function readInput(words: Words, start: object, owner: Owner): SetupInput {
  const say = (name: string) => optional(words, name)
  const organisation = {
    name: say('organisation') ?? ('demo' in start ? '康泰大药房' : '我的店'),
    currency: say('currency'),
    zone: say('zone'),
    language: say('language'),
  }
  const parsed = SetupInput.safeParse({
    organisation: Object.fromEntries(Object.entries(organisation).filter(([, value]) => value !== undefined)),
    store: { code: say('store-code') ?? 'S1', name: say('store') ?? ('demo' in start ? demoStore : '总店') },
    owner,
    start,
  })
  if (parsed.success) return parsed.data
  throw new BadWords(parsed.error.issues.map((issue) => `${issue.path.join(' ')}: ${issue.message}.`).join('\n'))
}
