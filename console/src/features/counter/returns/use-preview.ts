import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReturnPreview } from '../shapes.ts'

/** How long typing must rest before the server is asked what a changed return would do. */
const restMs = 120

export interface Previewed {
  /** What exactly this return would do; undefined until the server has said it. */
  now: ReturnPreview | undefined
  /** The last answer there was, shown as old meanwhile. */
  last: ReturnPreview | undefined
  failure: unknown
  again: () => void
}

/** What a return would do, computed by the server with the code that records it. Nothing is asked without a body. */
export function usePreview(
  name: string,
  body: object | undefined,
  ask: (signal: AbortSignal) => Promise<ReturnPreview>,
): Previewed {
  const key = body ? JSON.stringify(body) : ''
  const [rested, setRested] = useState(key)
  useEffect(() => {
    const timer = setTimeout(() => setRested(key), restMs)
    return () => clearTimeout(timer)
  }, [key])
  const query = useQuery({
    queryKey: ['counter', 'return-preview', name, rested],
    enabled: rested !== '' && rested === key,
    queryFn: ({ signal }) => ask(signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
    retry: false,
  })
  const current = key !== '' && rested === key
  return {
    now: current && !query.isPlaceholderData && !query.error ? query.data : undefined,
    last: key === '' ? undefined : query.data,
    failure: current ? (query.error ?? undefined) : undefined,
    again: () => void query.refetch(),
  }
}
