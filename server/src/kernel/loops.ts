/** What the workers need of a log; pino's is one. */
export type Log = {
  info(body: object, sentence: string): void
  warn(body: object, sentence: string): void
  error(body: object, sentence: string): void
}

/** Something that runs until it is stopped; `stop` waits for the turn that is under way. */
export type Loop = { stop(): Promise<void> }

/**
 * Does something again and again: at once while it says that there is more, else after a pause that grows from `idleMs` to `longestMs`. A turn
 * that throws is logged and tried again after a pause that doubles up to 30 s.
 */
export function keepDoing(
  name: string,
  { idleMs, longestMs }: { idleMs: number; longestMs: number },
  log: Log,
  turn: () => Promise<boolean>,
): Loop {
  let stopped = false
  let wake = () => {}
  const pause = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms)
      wake = () => {
        clearTimeout(timer)
        done()
      }
    })
  const run = async () => {
    let idle = idleMs
    let failed = 0
    while (!stopped) {
      try {
        const more = await turn()
        failed = 0
        idle = more ? idleMs : Math.min(idle * 1.25, longestMs)
        if (!more && !stopped) await pause(idle)
      } catch (fault) {
        failed += 1
        log.error({ err: fault, failed }, `${name} failed and is tried again`)
        if (!stopped) await pause(Math.min(200 * 2 ** failed, 30_000))
      }
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}
