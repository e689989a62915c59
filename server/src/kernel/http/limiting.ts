type Count = { current: number; ttl: number }
type Heard = (fault: Error | null, count?: Count) => void

const mostKnown = 5_000

/**
 * Counts requests for the limits of rows in windows of a clock that never jumps. With the wall clock, one that was set back by a day would keep whoever
 * had reached a limit of a minute out for a day.
 */
export class SteadyCounts {
  private readonly windows = new Map<string, { count: number; beganMs: number }>()

  incr(key: string, heard: Heard, windowMs: number): void {
    const nowMs = performance.now()
    let window = this.windows.get(key)
    if (!window || nowMs - window.beganMs >= windowMs) window = { count: 0, beganMs: nowMs }
    window.count += 1
    // The last place of the map is for who asked last; the first is forgotten when there are too many.
    this.windows.delete(key)
    this.windows.set(key, window)
    if (this.windows.size > mostKnown) this.windows.delete(this.windows.keys().next().value!)
    heard(null, { current: window.count, ttl: Math.ceil(windowMs - (nowMs - window.beganMs)) })
  }

  /** Each row counts by itself. */
  child(): SteadyCounts {
    return new SteadyCounts()
  }
}
