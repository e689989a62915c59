import { type Defect, sealsWithout } from './defects/defect.ts'
import { importDefects } from './defects/imports.ts'
import { moneyDefects } from './defects/money.ts'

const model: Defect['check'] = ['server/proof/model/model.test.ts', 'agrees with the plain model']
const pairs: Defect['check'] = ['server/proof/races.test.ts', 'gives every pair of money commands']
const crowds: Defect['check'] = ['server/proof/races.test.ts', 'lets one of twenty']
const sibling: Defect['check'] = ['server/proof/matrix/matrix.test.ts', 'does and shows nothing of a sibling store']
const doors: Defect['check'] = ['server/proof/matrix/matrix.test.ts', 'shuts every door']
const personal: Defect['check'] = ['server/proof/personal/personal.test.ts', 'keeps no phone in clear']
const kills: Defect['check'] = ['server/proof/kills.test.ts', 'loses and doubles nothing']
const sums: Defect['check'] = ['server/proof/verify.test.ts', 'notices a running balance']
const accounts: Defect['check'] = ['server/proof/verify.test.ts', 'names the account whose balance']
const seals: Defect['check'] = ['server/proof/verify.test.ts', 'names the transfer that was edited']

const books = 'server/src/modules/ledger/books.ts'
const standing = 'server/src/modules/members/standing/store.ts'
const noLock: Defect['edits'][number] = [standing, 'order by member_id for update', 'order by member_id']

/** The mistakes that this house is watched for, one by one. Most were somebody's real ones (see docs/proof.md). */
export const defects: Defect[] = [
  {
    name: 'points earned do not pay what is owed',
    edits: [[books, `a.state === 'debt' && a.balance > 0`, `a.state === 'debt' && a.balance < 0`]],
    check: model,
  },
  {
    name: 'points put back by a return do not pay what is owed',
    edits: [
      [
        'server/src/modules/purchases/returns.ts',
        `books.give(\n      memberId,\n      unit,\n      part,\n      transfer.creditHouse!.slice('house/'.length),`,
        `books.post(\n      memberId,\n      unit,\n      part,\n      { house: transfer.creditHouse!.slice('house/'.length) },`,
      ],
    ],
    check: ['server/proof/model/owing.test.ts', 'lets a return of what points had paid'],
  },
  {
    name: 'a gift is posted twice',
    edits: [
      [
        books,
        'if (rest > 0) this.post(memberId, unit, rest, { house: from }, lot, cause, reverses)',
        'for (let twice = 0; rest > 0 && twice < 2; twice++) this.post(memberId, unit, rest, { house: from }, lot, cause, reverses)',
      ],
    ],
    check: model,
  },
  {
    name: 'what is taken back does not say what it reverses',
    edits: [
      [
        books,
        'this.post(memberId, unit, part, account, { house: to }, cause, transfer.id)',
        'this.post(memberId, unit, part, account, { house: to }, cause)',
      ],
    ],
    check: model,
  },
  {
    name: 'the lot that never ends is spent first',
    edits: [[books, ': a.endsOn === never\n            ? 1', ': a.endsOn === never\n            ? -1']],
    check: model,
  },
  {
    name: 'a refusal leaves half of what it refused',
    edits: [[books, 'Object.assign(account, before[at])', 'void before[at]']],
    check: model,
  },
  { name: 'members are not locked', edits: [noLock], check: pairs },
  {
    name: 'balances are written without a lock or a look at the version',
    edits: [noLock, ['server/src/modules/ledger/store.ts', ' and account.version = moved.seen', '']],
    check: crowds,
  },
  {
    name: 'a reference is not told',
    edits: [
      [
        'server/src/modules/purchases/record.ts',
        'tell(tx, tellings.map(asTold)),',
        `tell(tx, tellings.map((one) => ({ ...asTold(one), reference: one.id }))),`,
      ],
    ],
    check: kills,
  },
  {
    name: 'a commit does not wait for the disk',
    edits: [
      [
        'server/src/kernel/postgres/tuning.ts',
        `  listen_addresses: '127.0.0.1',`,
        `  synchronous_commit: 'off',\n  wal_writer_delay: '10s',\n  listen_addresses: '127.0.0.1',`,
      ],
    ],
    check: kills,
  },
  {
    name: 'nobody listens for the end of a connection',
    edits: [
      [
        'server/src/kernel/jobs.ts',
        `  client.on('error', heardByTheQuery)\n  await client.connect()`,
        '  await client.connect()',
      ],
    ],
    check: ['server/proof/kills.test.ts', 'outlives a connection'],
  },
  {
    name: 'a refused sale leaves its reference behind',
    edits: [
      [
        'server/src/modules/purchases/record.ts',
        'saved.push(untell(tx, refused.map(asTold)))',
        'void [untell, refused]',
      ],
    ],
    check: kills,
  },
  {
    name: 'a list forgets the stores of its caller',
    edits: [
      [
        'server/src/modules/members/store.ts',
        'stores && sql`member.home_store = any',
        'stores && sql`true or member.home_store = any',
      ],
    ],
    check: sibling,
  },
  {
    name: 'a bare id opens members and sales anywhere',
    edits: [
      ['server/src/modules/purchases/whose.ts', '!byId || (homeStore === null', 'byId || !byId || (homeStore === null'],
    ],
    check: sibling,
  },
  {
    name: 'a route forgets to ask for its permission',
    edits: [
      [
        'server/src/kernel/http/bind.ts',
        `row.may !== 'signed-in' && !holds(who, row.may)`,
        `row.may !== 'signed-in' && !who.id`,
      ],
    ],
    check: doors,
  },
  {
    name: 'a cursor is believed, whatever it holds',
    edits: [['server/src/kernel/fields.ts', 'held.safeParse(fromCursor(text)).success', 'held !== undefined']],
    check: ['server/src/kernel/http/contracts.test.ts', 'GET /v1/people refuses what is none of its cursors'],
  },
  {
    name: 'inputs are written into the log',
    edits: [
      [
        'server/src/kernel/http/bind.ts',
        `const input = row.kind === 'upload' ? undefined : parseInput(row, request)`,
        `const input = row.kind === 'upload' ? undefined : parseInput(row, request)\n      request.log.info({ input }, 'asked')`,
      ],
    ],
    check: personal,
  },
  {
    name: 'a phone goes into the trail',
    edits: [
      [
        'server/src/kernel/trail.ts',
        `'done'}, \${JSON.stringify(entry.body ?? {})}`,
        `'done'}, \${JSON.stringify({ ...entry.body, who: who.kind === 'system' ? '+86 139 1234 0001' : '' })}`,
      ],
    ],
    check: personal,
  },
  {
    name: 'the ledger looks away from its balances (SQL)',
    edits: [
      [
        'server/src/modules/ledger/schema/0004_ledger.sql',
        'where a.balance <> case a.state',
        'where a.balance < 0 and a.balance <> case a.state',
      ],
    ],
    check: accounts,
  },
  {
    name: 'verification adds up and does not look at each step',
    edits: [['server/src/verifying.ts', 'where balance <> total or version <> turn', 'where version <> turn']],
    check: sums,
  },
  {
    name: 'what is released does not pay what is owed',
    edits: [
      [
        'server/src/modules/ledger/settling.ts',
        'const paid = Math.min(rest, debt.balance)',
        'const paid = Math.min(0, debt.balance)',
      ],
    ],
    check: ['server/src/modules/ledger/lives.test.ts', 'agrees with plain sums'],
  },
  {
    name: 'a roll-up does not wait for what commits late',
    edits: [
      ['server/src/modules/ledger/houses/service.ts', 'Math.min(horizon, from + most)', 'Math.min(next, from + most)'],
    ],
    check: ['server/src/modules/ledger/houses/houses.test.ts', 'passes over nothing that commits late'],
  },
  {
    name: 'a look-up tries one index key of two',
    edits: [
      [
        'server/src/modules/members/identities/service.ts',
        'blindsOf(read, kind, value).map(',
        'blindsOf(read, kind, value).slice(0, 1).map(',
      ],
    ],
    check: ['server/src/kernel/index-rotation.test.ts', 'puts a new index key in place'],
  },
  {
    name: 'an unknown login is answered at once',
    edits: [
      [
        'server/src/modules/org/sessions/passwords.ts',
        '  const match = kept.exec(keptText ?? nobodys)',
        '  if (keptText === null) return false\n  const match = kept.exec(keptText ?? nobodys)',
      ],
    ],
    check: ['server/src/modules/org/guessing.test.ts', 'answers for a known and an unknown login'],
  },
  {
    name: 'seals do not hold what a row says',
    edits: sealsWithout('amount'),
    check: seals,
  },
  ...importDefects,
  ...moneyDefects,
]
