import type { Caller } from '#kernel/caller.ts'
import { system } from '#kernel/caller.ts'
import { newId } from '#kernel/ids.ts'
import type { Place } from '../place.ts'

/** Somebody who strikes, and how they say who they are. */
export type Asker = { name: string; headers: Record<string, string> }

const bearer = (name: string, token: string): Asker => ({
  name,
  headers: token ? { authorization: `Bearer ${token}` } : {},
})

/** Who strikes: the default roles, in store A or everywhere; a person in a session; strangers with every kind of proof that is none. */
export async function introduce(place: Place): Promise<Asker[]> {
  const [owner] = await place.sql<{ id: string }>('select id from org.person limit 1')
  const everywhere = ['owner', 'head_office', 'operations', 'auditor']
  const roles = (await place.ask('GET /v1/roles')).json.items as { id: string; code: string; permissions: string[] }[]
  const callers = roles.map(
    ({ code, permissions }): Caller => ({
      ...system(code),
      id: newId(),
      kind: 'key',
      permissions: new Set(permissions),
      scope: everywhere.includes(code) ? 'all' : new Set([place.a]),
    }),
  )
  callers.push({ ...system('person'), id: owner!.id, kind: 'person', personId: owner!.id, sessionId: newId() })
  const askers: Asker[] = []
  for (const caller of callers) {
    // Asking once makes the caller known to the place under its token.
    await place.ask('GET /v1/stores', undefined, { as: caller })
    askers.push(bearer(caller.name, `test-${caller.id}-${caller.name.replace(/\W/g, '')}`))
  }
  // The mighty strike oftener: most rooms shut their doors to the others before they look at anything.
  const mighty = askers.filter(({ name }) => ['owner', 'head_office', 'person'].includes(name))
  return [
    ...askers,
    ...Array.from({ length: 10 }, () => mighty).flat(),
    ...(await strangers(place, roles.find(({ code }) => code === 'owner')!.id)),
  ]
}

async function strangers(place: Place, roleId: string): Promise<Asker[]> {
  const made = (await place.ask('POST /v1/keys', { name: 'gone', roleId })).json as { id: string; key: string }
  if (!made.key) throw new Error(`no key was made: ${JSON.stringify(made)}`)
  await place.ask(`DELETE /v1/keys/${made.id}`)
  const session = await endedSession(place)
  const nones = { alg: 'none', typ: 'JWT' }
  const jwt = [nones, { sub: 'owner', exp: 9e9 }].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'))
  return [
    bearer('nobody', ''),
    bearer('a liar', 'changke_nonsense'),
    bearer('a key that was revoked', made.key),
    bearer('a key with one letter changed', `${made.key.slice(0, -1)}${made.key.endsWith('x') ? 'y' : 'x'}`),
    bearer('a token of another system', `${jwt.join('.')}.`),
    bearer('a token that is far too long', 'x'.repeat(6_000)),
    { name: 'a session that has ended', headers: { cookie: session } },
    { name: 'a session of another house', headers: { cookie: `changke_session=${'A'.repeat(43)}` } },
    { name: 'basic', headers: { authorization: `Basic ${Buffer.from('owner@example.com:x').toString('base64')}` } },
  ]
}

/** The cookie of a session that was begun and ended. */
async function endedSession(place: Place): Promise<string> {
  const { http } = place.apps[0]!
  const body = { login: 'owner@example.com', password: 'correct horse battery' }
  const begun = await http.inject({ method: 'POST', url: '/v1/session', payload: body })
  const cookie = String([begun.headers['set-cookie']].flat()[0]).split(';')[0]!
  if (begun.statusCode !== 200) throw new Error(`nobody can sign in: ${begun.body}`)
  await http.inject({ method: 'DELETE', url: '/v1/session', headers: { cookie } })
  return cookie
}
