import { useQuery } from '@tanstack/react-query'

/** Dark squares as one path, a row of a run at a time. */
const pathOf = (rows: boolean[][]): string =>
  rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return []
        const end = row.indexOf(false, x)
        const run = (end < 0 ? row.length : end) - x
        return [`M${x} ${y}h${run}v1h-${run}z`]
      }),
    )
    .join('')

export interface Code {
  size: number
  path: string
}

/**
 * The number of a receipt as a QR code, with its dashes: so it is never taken for a barcode of thirteen digits. What draws it is loaded only
 * when a receipt is there; undefined until then, and without a connection.
 */
export function useCode(receipt: string | undefined): Code | undefined {
  const { data } = useQuery({
    queryKey: ['counter', 'code', receipt ?? ''],
    enabled: receipt !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
    queryFn: async (): Promise<Code> => {
      const { encode } = await import('uqr')
      const { size, data: rows } = encode(receipt ?? '', { ecc: 'M', border: 4 })
      return { size, path: pathOf(rows) }
    },
  })
  return data
}

/** A QR code in black on white, as large as its paper needs. */
export function ScanCode({ code }: { code: Code }) {
  return (
    <svg
      className="ck-scan-code"
      viewBox={`0 0 ${code.size} ${code.size}`}
      aria-hidden="true"
      shapeRendering="crispEdges"
    >
      <path d={code.path} fill="#000" />
    </svg>
  )
}
