/**
 * Whether a fault comes from outside the rows that are being written: the database is gone, full, or has no time. The run waits then; the rows
 * are not to blame.
 */
export function isOutside(fault: unknown): boolean {
  const { code = '', message = '' } = (fault ?? {}) as { code?: string; message?: string }
  if (/^(08|53|55|57|58|25006|40)/.test(code) || /^(ECONN|EPIPE|ETIMEDOUT|ENOSPC|EIO|EMFILE)/.test(code)) return true
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout/.test(
    message,
  )
}
