import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type BodyOf, Refusal, reached } from '../../parts/api.ts'
import { useCell } from '../../parts/cell.ts'
import { quote as askQuote } from './queries.ts'
import type { Quote } from './shapes.ts'

export interface Quoted {
  /** The answer to exactly what is on the counter now. */
  now: Quote | undefined
  /** The last answer there was, to be shown as old while the next one is on its way. */
  last: Quote | undefined
  failure: unknown
  again: () => void
}

/** How long typing must rest before a changed basket is asked about; a tender that is chosen is asked about at once. */
const restMs = 120

function useRested(key: string, typed: string): string {
  const [rested, setRested] = useState(key)
  const before = useRef(typed)
  useEffect(() => {
    const wait = before.current === typed ? 0 : restMs
    before.current = typed
    const timer = setTimeout(() => setRested(key), wait)
    return () => clearTimeout(timer)
  }, [key, typed])
  return rested
}

/** What the basket comes to, asked anew whenever it changes. The last question wins: an older answer is never shown as today's. */
export function useQuote(body: BodyOf<'post', '/v1/quotes'> | undefined): Quoted {
  const key = body ? JSON.stringify(body) : ''
  const rested = useRested(key, body ? JSON.stringify(body.lines) : '')
  const online = useCell(reached)
  const query = useQuery({
    queryKey: ['counter', 'quote', rested],
    enabled: rested !== '',
    queryFn: ({ signal }) => askQuote(JSON.parse(rested) as BodyOf<'post', '/v1/quotes'>, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const { refetch, isPlaceholderData, data, error } = query
  const waiting = error !== null && !(error instanceof Refusal)
  useEffect(() => {
    if (online && waiting) void refetch()
  }, [online, waiting, refetch])
  const current = key !== '' && rested === key
  return {
    now: current && !isPlaceholderData && !error ? data : undefined,
    last: key === '' ? undefined : data,
    failure: current ? (error ?? undefined) : undefined,
    again: () => void refetch(),
  }
}
