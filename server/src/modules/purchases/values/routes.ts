import { command, query } from '#kernel/http.ts'
import { ReadStatement, Statement } from '#modules/ledger/index.ts'
import {
  AdjustInput,
  Adjustment,
  AdjustmentList,
  OfMember,
  TierHistory,
  TopUp,
  TopUpInput,
  TopUpList,
} from './contract.ts'
import { adjust, adjustmentsOf, statementOf, tierHistoryOf, topUpMember, topUpsOf } from './service.ts'

const valued = ['purchases.member_unknown', 'purchases.member_blocked', 'charter.none', 'charter.unknown']

export const routes = [
  command({
    name: 'topUp',
    path: 'POST /v1/members/{id}/topups',
    summary: 'Takes money in for a member: principal, and the bonus that the charter gives.',
    may: 'wallets.topup',
    told: true,
    input: TopUpInput,
    output: TopUp,
    refuses: [
      ...valued,
      'purchases.store_unknown',
      'purchases.store_closed',
      'purchases.till_unknown',
      'ledger.too_much',
      'wallets.amount_outside',
      'wallets.holds_too_much',
    ],
    within: ({ storeId }) => storeId,
    trail: (_, topup) => ({
      subjectId: topup.memberId,
      storeId: topup.storeId,
      body: { topupId: topup.id, principal: topup.principal, bonus: topup.bonus },
    }),
    run: (tx, input, who, wire) => topUpMember(tx, input, who, wire.reference),
  }),
  query({
    name: 'listTopUps',
    path: 'GET /v1/members/{id}/topups',
    summary: 'A member’s top-ups, newest first.',
    may: 'wallets.read',
    input: OfMember,
    output: TopUpList,
    refuses: ['members.unknown'],
    run: topUpsOf,
  }),
  command({
    name: 'adjustPoints',
    path: 'POST /v1/members/{id}/points',
    summary: 'Gives or takes points by hand, with a reason.',
    may: 'points.adjust',
    told: true,
    input: AdjustInput,
    output: Adjustment,
    refuses: [...valued, 'ledger.not_enough', 'ledger.too_much', 'org.not_set_up'],
    trail: (input, output) => ({
      subjectId: input.id,
      body: { adjustmentId: output.id, amount: input.amount, reason: input.reason },
    }),
    run: (tx, input, who, wire) => adjust(tx, input, who, wire.reference),
  }),
  query({
    name: 'listAdjustments',
    path: 'GET /v1/members/{id}/points',
    summary: 'Points given or taken by hand, newest first.',
    may: 'ledger.read',
    input: OfMember,
    output: AdjustmentList,
    refuses: ['members.unknown'],
    run: adjustmentsOf,
  }),
  query({
    name: 'readStatement',
    path: 'GET /v1/members/{id}/statement',
    summary: 'A member’s entries, balances and lots, as of a moment and as known at a moment.',
    may: 'ledger.read',
    input: ReadStatement,
    output: Statement,
    refuses: ['members.unknown'],
    run: statementOf,
  }),
  query({
    name: 'listTierHistory',
    path: 'GET /v1/members/{id}/tiers',
    summary: 'How a member’s tier changed, newest first.',
    may: 'members.read',
    input: OfMember,
    output: TierHistory,
    refuses: ['members.unknown'],
    run: tierHistoryOf,
  }),
]
