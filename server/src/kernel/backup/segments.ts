import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type Line, logOf, readUntil } from './place.ts'
import { aboutOf, opened } from './sealed.ts'
import { BackupFault, type Manifest, type Place } from './shape.ts'
import type { AboutSegment } from './shipping.ts'
import { faultOfPages, lsnOf, segmentAt, segmentName, segmentNo } from './wal.ts'

/** A stored segment: the whole one if there is one, else the beginning that was stored last. */
export type Segment = { name: string; no: bigint; file: string; seenAt: string }

/**
 * The segments that a backup needs to be brought to a moment ('latest': as far as the log goes), in order. Refuses with a sentence that says until
 * when it can be had when one is missing.
 */
export async function segmentsFor(
  place: Place,
  line: Line,
  manifest: Manifest,
  to: Date | 'latest',
): Promise<Segment[]> {
  const { segmentBytes, timeline } = manifest
  const end = lastNo(place, line, manifest)
  const stored = new Set(readdirSync(logOf(line)))
  const wanted = to === 'latest' ? undefined : to.toISOString()
  const found: Segment[] = []
  let beyond: string | undefined
  for (let no = segmentAt(lsnOf(manifest.startLsn), segmentBytes); no <= end; no++) {
    const name = segmentName(timeline, no, segmentBytes)
    const file = [`${name}.enc`, `${name}.partial.enc`].find((each) => stored.has(each))
    if (!file) {
      const before = found.at(-1)?.seenAt
      throw new BackupFault(
        `the log is not whole, ${name} is missing${before ? ` (it can be had until ${before})` : ''}`,
      )
    }
    const about = (await aboutOf(path.join(logOf(line), file))) as AboutSegment | undefined
    const seenAt = about?.seenAt ?? ''
    found.push({ name, no, file: path.join(logOf(line), file), seenAt })
    // What was seen at one look may lie in the segment that was unfinished then: the first that was finished at a later look is the last one needed.
    if (wanted && beyond && seenAt > beyond) break
    if (wanted && !beyond && seenAt > wanted) beyond = seenAt
  }
  return found
}

/** The number of the last segment that there must be; of the last that there is, when the note of it is damaged. */
function lastNo(place: Place, line: Line, { stopLsn, timeline, segmentBytes }: Manifest): bigint {
  try {
    // A place at the very beginning of a segment: nothing of that segment has been written yet.
    const lastOf = (lsn: string) => segmentAt(lsnOf(lsn) - 1n, segmentBytes)
    const [until, stop] = [lastOf(readUntil(place, line).lsn), lastOf(stopLsn)]
    if (stop > until) return stop
    return until
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error
    const own = segmentName(timeline, 0n, segmentBytes).slice(0, 8)
    const names = readdirSync(logOf(line)).filter((name) => name.startsWith(own))
    return segmentNo(names.sort().at(-1)?.slice(0, 24) ?? '', segmentBytes) ?? segmentAt(lsnOf(stopLsn), segmentBytes)
  }
}

/** The moment until which a line is whole; with a damaged note, the moment at which its last segment was seen, and `fault`. */
export async function wholeUntil(
  place: Place,
  line: Line,
  manifest: Manifest,
): Promise<{ moment: string; fault?: string }> {
  try {
    return { moment: readUntil(place, line).moment }
  } catch (error) {
    const segments = await segmentsFor(place, line, manifest, 'latest')
    return { moment: segments.at(-1)?.seenAt ?? manifest.endedAt, fault: (error as Error).message }
  }
}

/** Opens a stored segment and looks at its pages; answers its bytes, filled up with zeros to a segment's size. */
export async function readSegment(place: Place, line: Line, manifest: Manifest, segment: Segment): Promise<Buffer> {
  const { segmentBytes, timeline, system } = manifest
  const is = (about: Record<string, unknown>) =>
    about['kind'] === 'wal' && about['line'] === line.name && about['segment'] === segment.name
  const chunks: Buffer[] = []
  for await (const chunk of opened(place.key, segment.file, is)) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const fault = faultOfPages(bytes, { system, timeline, no: segment.no, segmentBytes })
  if (fault) throw new BackupFault(`${segment.name} is damaged: ${fault}`)
  const short = bytes.length < segmentBytes && !segment.file.endsWith('.partial.enc')
  if (short || bytes.length > segmentBytes) throw new BackupFault(`${segment.name} is damaged: it has another size`)
  return Buffer.concat([bytes, Buffer.alloc(segmentBytes - bytes.length)])
}
