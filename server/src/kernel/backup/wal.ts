const pageBytes = 8_192

/** A place in the write-ahead log as a number; PostgreSQL writes it as `16/B374D848`. */
export function lsnOf(text: string): bigint {
  const [high = '0', low = '0'] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

/** A place in the write-ahead log as PostgreSQL writes it. */
export const lsnText = (lsn: bigint): string =>
  `${(lsn >> 32n).toString(16)}/${(lsn & 0xffffffffn).toString(16)}`.toUpperCase()

/** The number of the segment that a place lies in. */
export const segmentAt = (lsn: bigint, segmentBytes: number): bigint => lsn / BigInt(segmentBytes)

const hex8 = (value: bigint) => value.toString(16).toUpperCase().padStart(8, '0')

/** The file name of a segment, such as `000000010000000000000003`. */
export function segmentName(timeline: number, no: bigint, segmentBytes: number): string {
  const each = 0x1_0000_0000n / BigInt(segmentBytes)
  return hex8(BigInt(timeline)) + hex8(no / each) + hex8(no % each)
}

/** The number of the segment of a file name; undefined for other names. */
export function segmentNo(name: string, segmentBytes: number): bigint | undefined {
  const [, high, low] = /^[0-9A-F]{8}([0-9A-F]{8})([0-9A-F]{8})$/.exec(name) ?? []
  if (!high || !low) return undefined
  return BigInt(`0x${high}`) * (0x1_0000_0000n / BigInt(segmentBytes)) + BigInt(`0x${low}`)
}

export type Expected = { system: string; timeline: number; no: bigint; segmentBytes: number }

/**
 * Looks at the header of every page of a segment, or of its beginning (XLogPageHeaderData, src/include/access/xlog_internal.h): a file that is kept
 * under a new name before it is written again has the pages of an older one. Pages after a change of segments are empty to the end.
 */
export function faultOfPages(bytes: Buffer, { system, timeline, no, segmentBytes }: Expected): string | undefined {
  const start = no * BigInt(segmentBytes)
  const magic = bytes.readUInt16LE(0)
  if (magic === 0) return 'it is empty'
  if (bytes.readBigUInt64LE(24) !== BigInt(system)) return 'it belongs to another database'
  if (bytes.readUInt32LE(32) !== segmentBytes) return 'it has another size'
  for (let from = 0; from + 16 <= bytes.length; from += pageBytes) {
    if (bytes.readUInt16LE(from) === 0) {
      return bytes.subarray(from).every((byte) => byte === 0) ? undefined : `page ${from / pageBytes} has no header`
    }
    const right =
      bytes.readUInt16LE(from) === magic &&
      bytes.readUInt32LE(from + 4) === timeline &&
      bytes.readBigUInt64LE(from + 8) === start + BigInt(from)
    if (!right) return `page ${from / pageBytes} is another's`
  }
  return undefined
}
