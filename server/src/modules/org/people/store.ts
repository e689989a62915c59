import type { Blind } from '#kernel/crypto.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'

export type PersonRow = {
  id: string
  name: string
  number: string | null
  emailSealed: Buffer | null
  phoneSealed: Buffer | null
  language: 'zh' | 'en'
  theme: 'light' | 'dark' | 'system'
  status: 'invited' | 'active' | 'left'
  secondFactor: boolean
  madeAt: string
}

const personColumns = sql`person.id, person.name, person.number, person.email_sealed as "emailSealed",
  person.phone_sealed as "phoneSealed", person.language, person.theme, person.status, person.made_at as "madeAt",
  exists (select 1 from org.credential where credential.person_id = person.id and totp_on_at is not null) as "secondFactor"`

export const selectPerson = (read: Read, id: string): Promise<PersonRow | undefined> =>
  read.maybe(sql`select ${personColumns} from org.person where id = ${id}`)

export const selectNames = (read: Read, ids: string[]): Promise<{ id: string; name: string }[]> =>
  read.rows(sql`select id, name from org.person where id = any(${plainArray(ids)}::uuid[])`)

export const selectPersonByLogin = (
  read: Read,
  { kind, hashes }: { kind: 'email' | 'phone'; hashes: Buffer[] },
): Promise<PersonRow | undefined> =>
  read.maybe(
    kind === 'email'
      ? sql`select ${personColumns} from org.person where email_hash = any(${hashes}::bytea[])`
      : sql`select ${personColumns} from org.person where phone_hash = any(${hashes}::bytea[])`,
  )

export type PersonSearch = {
  q: string | null
  status: string | null
  unitId: string | null
  scope: string[] | null
  after: string | null
  limit: number
}

/** A page of people, the newest first: those who play a role within the scope (null: everybody). */
export const selectPeople = (read: Read, search: PersonSearch): Promise<PersonRow[]> => {
  const scope = search.scope ? plainArray(search.scope) : null
  return read.rows(sql`
    select ${personColumns} from org.person
     where (${search.after}::uuid is null or person.id < ${search.after}::uuid)
       and (${search.status}::text is null or person.status = ${search.status})
       and (${search.q}::text is null or strpos(lower(person.name), lower(${search.q})) > 0 or lower(person.number) = lower(${search.q}))
       and (${scope}::uuid[] is null or exists (
             select 1 from org.role_grant where role_grant.person_id = person.id and unit_id = any (${scope}::uuid[])))
       and (${search.unitId}::uuid is null or exists (
             select 1 from org.role_grant join org.unit on unit.id = role_grant.unit_id
              where role_grant.person_id = person.id and unit.path @> array[${search.unitId}::uuid]))
     order by person.id desc limit ${search.limit}`)
}

export type PersonWords = {
  id: string
  name: string
  number: string | null
  email: { sealed: Buffer; blinds: readonly Blind[] } | null
  phone: { sealed: Buffer; blinds: readonly Blind[] } | null
  language: 'zh' | 'en'
}

const keyNoOf = (it: Pick<PersonWords, 'email' | 'phone'>): number =>
  Math.min(...[it.email, it.phone].flatMap((login) => (login ? [login.blinds[0]!.keyNo] : [])))
const hashOf = (login: PersonWords['email']): Buffer | null => (login ? login.blinds[0]!.hash : null)

/** While there are two index keys, one constraint does not see both hashes: who writes a login waits here for the others who do. */
export async function lockLogins(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(727005)`)
}

export async function insertPerson(tx: Tx, it: PersonWords, status: 'invited' | 'active'): Promise<void> {
  await tx.run(sql`
    insert into org.person (id, name, number, email_sealed, email_hash, phone_sealed, phone_hash, key_no, language, status, made_at)
    values (${it.id}, ${it.name}, ${it.number}, ${it.email?.sealed ?? null}, ${hashOf(it.email)}, ${it.phone?.sealed ?? null},
            ${hashOf(it.phone)}, ${keyNoOf(it)}, ${it.language}, ${status}, ${tx.now})`)
}

export async function updatePerson(tx: Tx, it: PersonWords): Promise<void> {
  await tx.run(sql`
    update org.person set name = ${it.name}, number = ${it.number}, language = ${it.language},
           email_sealed = ${it.email?.sealed ?? null}, email_hash = ${hashOf(it.email)},
           phone_sealed = ${it.phone?.sealed ?? null}, phone_hash = ${hashOf(it.phone)},
           key_no = ${keyNoOf(it)}
     where id = ${it.id}`)
}

export async function updatePersonStatus(tx: Tx, id: string, status: PersonRow['status']): Promise<void> {
  await tx.run(sql`update org.person set status = ${status} where id = ${id}`)
}

export async function updateTaste(tx: Tx, id: string, language: string, theme: string): Promise<void> {
  await tx.run(sql`update org.person set language = ${language}, theme = ${theme} where id = ${id}`)
}

export type OldPerson = { id: string; emailSealed: Buffer | null; phoneSealed: Buffer | null }

/** People whose hashes are under another index key than this one, locked, in the order of their ids. */
export const lockOldPeople = (tx: Tx, keyNo: number, after: string, limit: number): Promise<OldPerson[]> =>
  tx.rows(sql`
    select id, email_sealed as "emailSealed", phone_sealed as "phoneSealed" from org.person
     where key_no <> ${keyNo}::smallint and id > ${after}::uuid order by id limit ${limit} for update`)

export async function updateHashes(tx: Tx, it: Pick<PersonWords, 'id' | 'email' | 'phone'>): Promise<void> {
  await tx.run(sql`
    update org.person set email_hash = ${hashOf(it.email)}, phone_hash = ${hashOf(it.phone)}, key_no = ${keyNoOf(it)} where id = ${it.id}`)
}
