import { type Defect, sealsWithout } from './defect.ts'

const wire: Defect['check'] = ['server/proof/wire/wire.test.ts', 'answers again, byte by byte']
const hostile: Defect['check'] = ['server/proof/hostile/hostile.test.ts', 'answers 2,000 hostile requests']
const audit = 'server/src/modules/audit'
const edited: Defect['check'] = [`${audit}/audit.test.ts`, 'names a row that was edited', 'among']
const problem = 'server/src/kernel/http/problem.ts'

/** Mistakes that lose, double or show value, and those that only bad lines and hostile callers see. */
export const moneyDefects: Defect[] = [
  {
    name: 'a reference may be told twice (SQL)',
    edits: [
      [
        'server/src/kernel/schema/0001_kernel.sql',
        'primary key (caller, reference)',
        'primary key (caller, reference, cause_id)',
      ],
    ],
    check: ['server/src/kernel/kernel.test.ts', 'gathers a hundred tellings'],
  },
  {
    name: 'members are locked in any order',
    edits: [
      ['server/src/modules/members/standing/store.ts', 'order by member_id for update', 'order by random() for update'],
    ],
    check: ['server/proof/races.test.ts', 'takes locks in one order'],
  },
  {
    name: 'a top-up that is asked again is answered with today’s balance',
    edits: [
      [
        'server/src/modules/wallets/service.ts',
        '  store.selectTopUp(read, memberId, id)',
        '  store.selectTopUp(read, memberId, id).then((row) => ({ ...row, principalAfter: row.principalAfter + 1 }))',
      ],
    ],
    check: wire,
  },
  {
    name: 'one piece of news is lost',
    edits: [
      [
        'server/src/kernel/facts.ts',
        '  if (facts.length === 0) return',
        '  facts = facts.filter(() => Math.random() > 0.02)\n  if (facts.length === 0) return',
      ],
    ],
    check: wire,
  },
  {
    name: 'a listener reads past what commits late',
    edits: [
      ['server/src/kernel/outbox.ts', 'fact.xid < pg_snapshot_xmin(pg_current_snapshot())', 'fact.xid is not null'],
    ],
    check: ['server/src/kernel/outbox.test.ts', 'loses nothing that commits late'],
  },
  {
    name: 'a return is reckoned anew and not from what its sale gave',
    edits: [
      [
        'server/src/modules/purchases/returns.ts',
        'upTo(total, done + quantity, line.quantity) - upTo(total, done, line.quantity)',
        'Math.round((total * quantity) / line.quantity)',
      ],
    ],
    check: ['server/src/modules/purchases/returns.test.ts', 'mirrors a return line by line'],
  },
  {
    name: 'the trail is sealed without what was done',
    edits: sealsWithout('body'),
    check: edited,
  },
  {
    name: 'a refusal comes with a status that nobody declared',
    edits: [
      [
        problem,
        `return problemOf(refuse('kernel.not_json'))`,
        `return { ...problemOf(refuse('kernel.not_json')), status: 406 }`,
      ],
    ],
    check: hostile,
  },
  {
    name: 'a refusal tells more than its form has',
    edits: [[problem, '  details: refusal.details,\n', '  details: null as never,\n']],
    check: hostile,
  },
]
