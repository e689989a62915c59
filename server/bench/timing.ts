/** What a load came to: completed per second, and how long each took (milliseconds). */
export type Timing = { perSecond: number; p50: number; p99: number; max: number; failed: number; count: number }

/** The figures of a list of times. */
export function timingOf(times: number[], seconds: number, failed: number): Timing {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    max: sorted.at(-1) ?? 0,
    failed,
    count: times.length,
  }
}

/** Runs an act over and over in so many lanes for some seconds. */
export async function within(lanes: number, seconds: number, act: (lane: number) => Promise<void>): Promise<Timing> {
  const times: number[] = []
  let failed = 0
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() < until) {
        const start = performance.now()
        try {
          await act(lane)
          times.push(performance.now() - start)
        } catch {
          failed += 1
        }
      }
    }),
  )
  return timingOf(times, (performance.now() - began) / 1000, failed)
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0]
  return (low + high) / 2
}
