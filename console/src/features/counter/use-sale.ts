import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, ask, type BodyOf, Refusal, reached, Unreachable } from '../../parts/api.ts'
import { useCell } from '../../parts/cell.ts'
import { bodyOf, sumOf } from './basket.ts'
import { readReceipt, sendSale } from './calls.ts'
import { begin, change, type Desk, deskNow, type Sent, useDesk } from './desk.ts'
import { focusScan } from './keys.ts'
import type { Purchase, Quote } from './shapes.ts'

export interface Sale {
  busy: boolean
  failure: unknown
  /** What had been quoted before the server refused it as moved. */
  moved: Quote | undefined
  send: (sent: Sent, quote: Quote) => void
  forget: () => void
}

const saleOf = (desk: Desk, sent: Sent) => ({
  storeId: sent.storeId,
  tillId: sent.tillId,
  member: desk.guest?.ref ?? null,
  lines: bodyOf(desk.lines),
  tenders: sent.tenders,
  quote: sent.digest,
})

/** Whether a sale that was sent can be sent again: after a reload its member must be shown first. */
export const isWhole = ({ sent, guest }: Desk): boolean =>
  sent !== undefined && (sent.memberId === null || guest?.hit.memberId === sent.memberId)

/** A sale that the server knows under this key with another body, such as the same member by another card: it was recorded. */
async function findRecorded({ sent, lines }: Desk): Promise<Purchase | undefined> {
  if (!sent) return undefined
  const { items } = await ask(
    api.GET('/v1/purchases', {
      params: { query: { storeId: sent.storeId, memberId: sent.memberId ?? undefined, kind: 'sale', limit: 20 } },
    }),
  )
  const total = sumOf(lines)
  const found = items.find((one) => one.total === total && (one.tillId ?? undefined) === sent.tillId)
  return found && readReceipt(found.id)
}

/**
 * Sells what lies on the counter. What was sent stays on the desk until its answer is known, and is sent again under the same key when
 * the connection is back or the page was loaded anew: a second Enter, a reload or a lost answer never sells twice.
 */
export function useSale(): Sale {
  const desk = useDesk()
  const online = useCell(reached)
  const client = useQueryClient()
  const [failure, setFailure] = useState<unknown>()
  const [moved, setMoved] = useState<Quote>()
  const promised = useRef<Quote>(undefined)
  const flying = useRef(false)
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ key, sent, body }: { key: string; sent: Sent; body: BodyOf<'post', '/v1/purchases'> }) => {
      try {
        const purchase = await sendSale(body, key)
        if (deskNow().key === key) begin({ purchase, change: sent.change, fresh: true })
      } catch (thrown) {
        if (!(thrown instanceof Refusal) || thrown.code !== 'kernel.reference_reused') throw thrown
        const purchase = await findRecorded(deskNow())
        if (!purchase) throw thrown
        if (deskNow().key === key) begin({ purchase, change: sent.change, fresh: true })
      }
    },
    onSuccess: () => {
      setFailure(undefined)
      void client.invalidateQueries({ queryKey: ['counter', 'shift'] })
      void client.invalidateQueries({ queryKey: ['list', 'purchases'] })
    },
    onError: (thrown) => {
      // Without an answer nobody knows whether it was recorded; it stays on the desk and is sent again.
      if (thrown instanceof Unreachable) return
      setFailure(thrown)
      change({ sent: undefined })
      if (thrown instanceof Refusal && thrown.code === 'purchases.quote_moved') setMoved(promised.current)
      void client.invalidateQueries({ queryKey: ['counter', 'quote'] })
    },
    onSettled: () => {
      flying.current = false
      focusScan()
    },
  })
  useEffect(() => {
    const { sent, key } = desk
    if (!sent || !online || isPending || flying.current || !isWhole(desk)) return
    flying.current = true
    mutate({ key, sent, body: saleOf(desk, sent) })
  }, [desk, online, isPending, mutate])
  const forget = () => {
    setFailure(undefined)
    setMoved(undefined)
  }
  return {
    busy: isPending,
    failure,
    moved,
    send: (sent, quote) => {
      if (deskNow().sent || flying.current) return
      forget()
      promised.current = quote
      change({ sent })
    },
    forget,
  }
}
