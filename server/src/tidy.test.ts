import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allRows } from '#app'
import type { Row } from '#kernel/http.ts'
import { query } from '#kernel/http.ts'
import { allRefusals } from '#kernel/refusal.ts'
import { arrows } from '#modules/arrows.ts'
import { permissions } from '#modules/org/index.ts'
import { house } from '#testing'
import { checkArrows, checkCycles, checkFloors, checkWebFloors } from './tidy/imports.ts'
import { loadedAtRunTime } from './tidy/loaded.ts'
import { checkLock, type Lock, treeOf } from './tidy/lock.ts'
import { checkNames } from './tidy/names.ts'
import { checkDoors, checkLinks, checkPlaces, checkRooms, checkSettings } from './tidy/papers.ts'
import { checkFiles, checkFunctions, checkLooseness, checkSentences } from './tidy/sizes.ts'
import { checkMigrations, checkReaches, checkStores } from './tidy/sql.ts'
import { readStreet, root, type Source } from './tidy/street.ts'
import { checkRefusals, checkRows } from './tidy/table.ts'

const street = readStreet()
const rooms = readdirSync(join(root, 'server/src/modules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const file = (path: string, text: string): Source => ({ path, text })
const room = (path: string, text: string) => file(`server/src/modules/${path}`, text)
const json = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T
const lines = (n: number) => Array.from({ length: n }, (_, at) => `  say(${at})`).join('\n')

describe('the street', () => {
  it('has its arrows point down, and a row for every room', () => {
    expect.soft(checkFloors(arrows, rooms)).toEqual([])
    expect(checkFloors({ shelf: ['house'], house: [] }, ['shelf', 'attic'])).toEqual([
      'attic has no row in arrows.ts',
      'shelf → house points up',
    ])
  })

  it('imports along its arrows and through its doors', () => {
    expect.soft(checkArrows(street, arrows)).toEqual([])
    const planted = [
      room('org/service.ts', `import { post } from '#modules/ledger/index.ts'`),
      room('points/service.ts', `import type { Books } from '#modules/ledger/books.ts'`),
      room('points/rules.ts', `export * from '../ledger/index.ts'`),
      room('points/store.ts', `const late = await import('#app')`),
      file('server/src/kernel/db.ts', `import { facts } from '#facts'`),
    ]
    expect(checkArrows(planted, arrows)).toEqual([
      'server/src/modules/org/service.ts:1 imports #modules/ledger/index.ts: there is no arrow org → ledger',
      'server/src/modules/points/service.ts:1 imports #modules/ledger/books.ts: the door of ledger is its index.ts',
      'server/src/modules/points/rules.ts:1 imports ../ledger/index.ts: say #modules/ledger/index.ts',
      'server/src/modules/points/store.ts:1 imports #app: a room does not know the house around it',
      'server/src/kernel/db.ts:1 imports #facts: the kernel knows nothing above it',
    ])
  })

  it('has no ring of imports', () => {
    expect.soft(checkCycles(street)).toEqual([])
    const ring = [
      file('a.ts', `import './b.ts'`),
      file('b.ts', `export { c } from './c.ts'`),
      file('c.ts', `import './a.ts'`),
    ]
    expect(checkCycles(ring)).toEqual(['a.ts → b.ts → c.ts → a.ts'])
  })

  it('has web apps of three floors: app, features, parts', () => {
    expect.soft(checkWebFloors(street)).toEqual([])
    const planted = [
      file('console/src/parts/Money.tsx', `import { useMembers } from '../features/members/queries.ts'`),
      file('console/src/features/org/page.tsx', `import { row } from '../members/row.ts'`),
    ]
    expect(checkWebFloors(planted)).toHaveLength(2)
  })

  it('has a door and a README with its words in both languages in every room', () => {
    expect.soft([...checkRooms(street, rooms), ...checkDoors(street, rooms)]).toEqual([])
    expect(checkRooms([room('org/README.md', '# org\n')], ['org', 'attic'])).toHaveLength(3)
    expect(checkDoors([room('org/0001_org.sql', '')], ['org'])).toHaveLength(2)
  })
})

describe('the tables', () => {
  it('are reached through views and foreign keys along an arrow, and named by no other room', () => {
    expect.soft(checkReaches(street, arrows)).toEqual([])
    const planted = [
      room(
        'points/store.ts',
        'const a = sql`select 1 from ledger.transfer`, b = { text: `update org.unit set name = 1` }',
      ),
      room(
        'tiers/schema/0001_tiers.sql',
        'create table tiers.t (m uuid references members.member, p uuid references purchases.purchase);',
      ),
      file('server/src/kernel/told.ts', 'sql`select 1 from members.v_member`'),
    ]
    expect(checkReaches(planted, arrows)).toEqual([
      'server/src/modules/points/store.ts:1 reaches into ledger.transfer',
      'server/src/modules/points/store.ts:1 reaches into org.unit',
      'server/src/modules/tiers/schema/0001_tiers.sql:1 names purchases.purchase without an arrow tiers → purchases',
      'server/src/kernel/told.ts:1 names members.v_member without an arrow kernel → members',
    ])
  })

  it('are asked by stores alone', () => {
    expect.soft(checkStores(street)).toEqual([])
    expect(checkStores([room('org/service.ts', 'const rows = sql`select 1`')])).toHaveLength(1)
  })

  it('come from one sequence of migrations', () => {
    const paths = street.map(({ path }) => path).filter((path) => /\/schema\/.*\.sql$/.test(path))
    expect.soft(checkMigrations(paths)).toEqual([])
    expect(checkMigrations(['0001_a.sql', '0001_b.sql', '0003_c.sql', '4_d.sql'])).toEqual([
      '4_d.sql is no name',
      '0001_b.sql has a number that is taken',
      '0003_c.sql leaves a gap before it',
    ])
  })
})

describe('the text', () => {
  it('comes in files of at most 300 lines and functions of at most 70', () => {
    expect.soft([...checkFiles(street), ...checkFunctions(street)]).toEqual([])
    const long = file('long.ts', `export const long = () => {\n${lines(301)}\n}\n`)
    expect(checkFiles([long])).toEqual(['long.ts has 303 lines'])
    expect(checkFunctions([long])).toEqual(['long.ts:1 long has 303 lines'])
  })

  it('has no any and silences no check without a reason', () => {
    expect.soft(checkLooseness(street)).toEqual([])
    const silence = ['@ts-', 'ignore'].join('')
    const planted = file('a.ts', `// ${silence}\nlet a: any\n// ${silence} the library forgot its types\nlet b: any`)
    expect(checkLooseness([planted])).toEqual(['a.ts:1 silences a check without a reason', 'a.ts:2 any'])
  })

  it('has no empty words in the names of files and exports', () => {
    expect.soft(checkNames(street)).toEqual([])
    const planted = [
      file('org/stringUtils.ts', ''),
      file('a.ts', 'export class OrgManager {}\nexport const orgDatabase = 1'),
    ]
    expect(checkNames(planted)).toEqual([
      'org/stringUtils.ts: "util" says nothing in a name',
      'a.ts: "manager" says nothing in OrgManager',
    ])
  })

  it('says over each exported function of services and rules what it does', () => {
    expect.soft(checkSentences(street)).toEqual([])
    const planted = room('org/service.ts', '/** Says it. */\nexport const a = () => 1\n\nexport async function b() {}')
    expect(checkSentences([planted])).toEqual(['server/src/modules/org/service.ts:4 b says nothing of itself'])
  })

  it('names no registry and nobody’s machine, and its links lead somewhere', () => {
    expect.soft([...checkPlaces(street), ...checkLinks(street, (path) => existsSync(join(root, path)))]).toEqual([])
    expect(checkPlaces([file('a.md', ['see /home', 'ann/notes'].join('/'))])).toHaveLength(1)
    expect(checkPlaces([file('.npmrc', ['regis', 'try=http://x'].join(''))])).toHaveLength(1)
    expect(checkLinks([file('docs/a.md', '[b](b.md) [c](../../c.md)')], () => false)).toHaveLength(2)
  })
})

describe('the house', () => {
  const row = (more: Partial<Row>): Row =>
    ({
      ...query({
        name: 'listMembers',
        path: 'GET /v1/members',
        summary: 'Members, newest first.',
        may: 'members.read',
        input: z.object({}),
        output: z.object({}),
        run: async () => ({}),
      }),
      ...more,
    }) as Row

  it('has a route table that reads well', () => {
    expect.soft(checkRows(allRows, permissions)).toEqual([])
    const planted = [
      row({}),
      row({ summary: '' }),
      row({ name: 'one', path: 'GET /v1/member/{id}' }),
      row({ name: 'two', may: 'members.eat' }),
    ]
    expect(checkRows(planted, permissions)).toEqual([
      'listMembers (GET /v1/members) has a name that is taken',
      'listMembers (GET /v1/members) needs a sentence as its summary',
      'one (GET /v1/member/{id}) should say members',
      'two (GET /v1/members) asks for members.eat, which nobody can be given',
    ])
  })

  it('refuses in sentences of both languages', () => {
    const told = {
      zh: json<Record<string, string>>('console/src/parts/refusals.zh.json'),
      en: json<Record<string, string>>('console/src/parts/refusals.en.json'),
    }
    expect.soft(checkRefusals(allRefusals.keys(), told)).toEqual([])
    expect(checkRefusals(['cards.frozen'], { zh: { 'cards.frozen': '卡已冻结。' }, en: {} })).toHaveLength(1)
  })

  it('reads every setting somewhere', () => {
    expect.soft(checkSettings(street)).toEqual([])
    const planted = file(
      'server/src/kernel/settings.ts',
      `const rows = [\n    name: 'PORT',\n]\nexport interface Settings { port: number }`
        .replace('    name', '    name')
        .replace('[\n    name: ', '[{\n    name: ')
        .replace(',\n]', ',\n}]'),
    )
    expect(checkSettings([planted])).toEqual(['nothing reads the setting "port"', 'PORT is checked and then forgotten'])
  })

  it('loads at most 130 packages of others, and the lockfile knows no addresses', () => {
    const lock = json<Lock>('package-lock.json')
    const loaded = loadedAtRunTime()
    expect.soft(checkLock(lock, loaded)).toEqual([])
    console.log(
      `packages of others: ${loaded.length} loaded at run time, ${treeOf(lock, 'server').length} installed for it`,
    )
    const planted = structuredClone(lock)
    planted.packages['node_modules/fastify']!.resolved = 'somewhere'
    expect(checkLock(planted, [...loaded, 'node_modules/vitest'], loaded.length)).toHaveLength(3)
  })
})

describe('the schema', () => {
  const { sql } = house()
  const ours = `relkind in ('r', 'p') and not relispartition and nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')`
  // From a number, hash or reference to a member leads a directory; news is read in the order of its id.
  const directories = `('kernel.told', 'kernel.fact', 'members.identity', 'members.tail')`
  const wrong = async () =>
    (
      await sql(`
      select format('%I.%I has a column called at', nspname, relname) as what
        from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
       where attname = 'at' and ${ours}
      union all
      select format('%I.%I: %s says nothing of what it holds', nspname, relname, conname)
        from pg_constraint join pg_class on pg_class.oid = conrelid join pg_namespace on pg_namespace.oid = relnamespace
       where contype in ('c', 'u') and ${ours} and conname ~ ('^' || relname || '_.*(check|key)[0-9]*$')
      union all
      select format('%I.%I: its key does not begin with member_id', nspname, relname)
        from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
        join pg_index on indrelid = pg_class.oid and indisunique
       where attname = 'member_id' and ${ours} and nspname || '.' || relname not in ${directories}
         and case when indisprimary then indkey[0] <> attnum else not attnum = any (indkey) end
       order by 1`)
    ).map(({ what }) => what)

  it('calls no column at, its constraints by sentences, and keeps a member in one shard', async () => {
    expect.soft(await wrong()).toEqual([])
    await sql(
      'create schema attic; create table attic.box (at date, n int check (n > 0), id uuid primary key, member_id uuid)',
    )
    expect(await wrong()).toHaveLength(3)
    await sql('drop schema attic cascade')
  })
})
