import { z } from 'zod'
import { Id } from '#kernel/fields.ts'
import { command, query } from '#kernel/http.ts'
import { CloseShift, OpenShift, Shift, Till, TillChange, TillInput, TillList } from './contract.ts'
import { addTill, changeTill, closeShift, listTills, openShift, readShift } from './service.ts'

export const routes = [
  query({
    name: 'listTills',
    path: 'GET /v1/tills',
    summary: 'Tills of a store, with the shift that runs at each.',
    may: 'purchases.record',
    input: z.object({ storeId: Id.optional() }),
    output: TillList,
    run: listTills,
  }),
  command({
    name: 'addTill',
    path: 'POST /v1/tills',
    summary: 'Sets a till up in a store.',
    may: 'tills.manage',
    input: TillInput,
    output: Till,
    refuses: ['purchases.store_unknown', 'purchases.till_code_taken'],
    within: ({ storeId }) => storeId,
    trail: (_, till) => ({ subjectId: till.id, storeId: till.storeId }),
    run: addTill,
  }),
  command({
    name: 'changeTill',
    path: 'PATCH /v1/tills/{id}',
    summary: 'Renames a till, or closes and opens it.',
    may: 'tills.manage',
    input: TillChange,
    output: Till,
    refuses: ['purchases.till_unknown'],
    trail: (_, till) => ({ subjectId: till.id, storeId: till.storeId }),
    run: changeTill,
  }),
  command({
    name: 'openShift',
    path: 'POST /v1/tills/{id}/shifts',
    summary: 'Begins a shift with the cash in the drawer.',
    may: 'shifts.work',
    input: OpenShift,
    output: Shift,
    refuses: ['purchases.till_unknown', 'purchases.shift_open', 'purchases.no_shift'],
    trail: (_, shift) => ({ subjectId: shift.id, body: { tillId: shift.tillId, opening: shift.opening } }),
    run: openShift,
  }),
  query({
    name: 'readShift',
    path: 'GET /v1/shifts/{id}',
    summary: 'A shift with what it took by tender.',
    may: 'shifts.work',
    input: z.object({ id: Id }),
    output: Shift,
    refuses: ['purchases.no_shift'],
    run: readShift,
  }),
  command({
    name: 'closeShift',
    path: 'POST /v1/shifts/{id}/close',
    summary: 'Ends a shift with the cash counted.',
    may: 'shifts.work',
    input: CloseShift,
    output: Shift,
    refuses: ['purchases.no_shift'],
    trail: (_, shift) => ({ subjectId: shift.id, body: { counted: shift.counted, expected: shift.expected } }),
    run: closeShift,
  }),
]
