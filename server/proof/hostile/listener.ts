import type { FastifyBaseLogger } from 'fastify'

/** A log that keeps the last fault that it was told of, so that a 500 can be explained, and every line, so that it can be searched. */
export function listener() {
  const lines: string[] = []
  let fault = ''
  const hear = (level: string) => (what: unknown, text?: string) => {
    const err = (what as { err?: Error } | undefined)?.err ?? (what instanceof Error ? what : undefined)
    lines.push(`${level} ${text ?? ''} ${err ? `${err.message} ${err.stack}` : JSON.stringify(what)}`)
    if (level === 'error' && err)
      fault = `${(err as { code?: string }).code ?? ''} ${err.message} ${err.stack?.split('\n').slice(1, 6).join(' ')}`
  }
  const log = {
    level: 'trace',
    ...Object.fromEntries(['fatal', 'error', 'warn', 'info', 'debug', 'trace'].map((level) => [level, hear(level)])),
    silent: () => {},
    child: () => log,
  } as unknown as FastifyBaseLogger
  return { log, lines, last: () => fault }
}
