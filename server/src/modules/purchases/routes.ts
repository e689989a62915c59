import { z } from 'zod'
import { Line } from '#kernel/fields.ts'
import { gathered, many, query } from '#kernel/http.ts'
import { recordBatch } from './batch.ts'
import {
  BatchAnswer,
  BatchArrived,
  BatchInput,
  Purchase,
  PurchaseFilter,
  PurchaseInput,
  PurchaseList,
  PurchaseRecord,
  Quote,
  QuoteInput,
  ReturnInput,
  ReturnPreview,
  UnlinkedInput,
} from './contract.ts'
import { listPurchases } from './lists/service.ts'
import { openPurchase, openQuote, openReturn, openUnlinked } from './outside.ts'
import { idsOf } from './receipt.ts'
import { recordPurchases, returnPurchases, returnUnlinked } from './service.ts'
import { routes as tills } from './tills/routes.ts'
import { routes as today } from './today/routes.ts'
import { routes as values } from './values/routes.ts'

const common = [
  'purchases.store_unknown',
  'purchases.store_closed',
  'purchases.till_unknown',
  'purchases.member_unknown',
  'purchases.member_blocked',
  'purchases.in_future',
  'purchases.too_old',
  'charter.none',
  'charter.unknown',
  'ledger.not_enough',
  'ledger.too_much',
]
const selling = [
  ...common,
  'purchases.tenders_differ',
  'purchases.points_not_allowed',
  'purchases.points_tender_wrong',
  'purchases.walk_in_has_no_value',
  'purchases.too_large',
]

const returning = [
  ...common,
  'purchases.unknown',
  'purchases.not_a_sale',
  'purchases.line_unknown',
  'purchases.nothing_left_to_return',
  'purchases.return_too_late',
  'purchases.return_before_sale',
  'purchases.other_currency',
]
const returningUnlinked = [...selling, 'purchases.unknown']

// Somebody who tries out phones or receipt numbers is slowed down as in the search of members. An id and a walk-in try out nothing.
const slowed = { most: 300, seconds: 60 }
const proving = {
  ...slowed,
  counts: ({ member }: Record<string, unknown>) => typeof member === 'object' && member !== null && !('id' in member),
}
const opening = { ...slowed, counts: ({ id }: Record<string, unknown>) => idsOf(String(id)) !== undefined }

export const routes = [
  many({
    name: 'quote',
    path: 'POST /v1/quotes',
    summary: 'What a basket would come to: due, points, growth, what the member may use. Nothing is written.',
    may: 'purchases.record',
    input: QuoteInput,
    output: Quote,
    refuses: selling,
    within: ({ storeId }) => storeId,
    rate: proving,
    run: openQuote,
  }),
  gathered({
    name: 'recordPurchase',
    path: 'POST /v1/purchases',
    summary: 'Records a sale; the answer is its receipt.',
    may: 'purchases.record',
    input: PurchaseInput,
    output: Purchase,
    refuses: [...selling, 'purchases.quote_moved', 'purchases.unknown'],
    within: ({ storeId }) => storeId,
    run: recordPurchases,
  }),
  many({
    name: 'recordPurchases',
    path: 'POST /v1/purchases/batch',
    summary: 'Records up to 1,000 sales, each answered on its own, in order.',
    may: 'purchases.record',
    input: BatchInput,
    output: BatchAnswer,
    refuses: [],
    bodyLimit: 16 * 1024 * 1024,
    lastsMs: 60_000,
    takes: BatchArrived,
    run: (db, { items }, who, wire) => recordBatch(db, items, who, wire),
  }),
  query({
    name: 'listPurchases',
    path: 'GET /v1/purchases',
    summary: 'Sales and returns within the caller’s scope, newest first.',
    may: 'purchases.read',
    input: PurchaseFilter,
    output: PurchaseList,
    run: listPurchases,
  }),
  many({
    name: 'readPurchase',
    path: 'GET /v1/purchases/{id}',
    summary: 'One purchase, by its id or by the number on its receipt.',
    may: 'purchases.read',
    input: z.object({ id: Line(64).min(8) }),
    output: PurchaseRecord,
    refuses: ['purchases.unknown'],
    rate: opening,
    run: openPurchase,
  }),
  gathered({
    name: 'returnPurchase',
    path: 'POST /v1/purchases/{id}/returns',
    summary: 'Records a return of a sale by line and quantity, in any store.',
    may: 'purchases.return',
    input: ReturnInput,
    output: Purchase,
    refuses: returning,
    within: ({ storeId }) => storeId,
    run: returnPurchases,
  }),
  many({
    name: 'previewReturn',
    path: 'POST /v1/purchases/{id}/returns/preview',
    summary: 'What a return of a sale would give back and take back, to the last unit. Nothing is written.',
    may: 'purchases.return',
    input: ReturnInput,
    output: ReturnPreview,
    refuses: returning,
    within: ({ storeId }) => storeId,
    rate: opening,
    run: openReturn,
  }),
  gathered({
    name: 'returnUnlinked',
    path: 'POST /v1/returns',
    summary: 'Records a return whose sale is not here: an old system’s, or a lost receipt.',
    may: 'purchases.return_unlinked',
    input: UnlinkedInput,
    output: Purchase,
    refuses: returningUnlinked,
    within: ({ storeId }) => storeId,
    run: returnUnlinked,
  }),
  many({
    name: 'previewUnlinkedReturn',
    path: 'POST /v1/returns/preview',
    summary: 'What a return without its sale would give back and take back. Nothing is written.',
    may: 'purchases.return_unlinked',
    input: UnlinkedInput,
    output: ReturnPreview,
    refuses: returningUnlinked,
    within: ({ storeId }) => storeId,
    rate: proving,
    run: openUnlinked,
  }),
  ...tills,
  ...today,
  ...values,
]
