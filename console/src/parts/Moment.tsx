import { useFormats } from './formats.ts'

/** A moment (ISO 8601) in the organisation's zone; `ago` says how long since, `precise` gives the second; the whole moment stands on hover. */
export function Moment({
  value,
  ago,
  precise,
}: {
  value: string | null | undefined
  ago?: boolean
  precise?: boolean
}) {
  const formats = useFormats()
  if (!value) return <Nothing />
  return (
    <time dateTime={value} title={formats.moment(value, true)} className="ck-figures">
      {ago ? formats.ago(value) : formats.moment(value, precise)}
    </time>
  )
}

/** A calendar day without a zone. */
export function Day({ value }: { value: string | null | undefined }) {
  const formats = useFormats()
  if (!value) return <Nothing />
  return (
    <time dateTime={value} className="ck-figures">
      {formats.day(value)}
    </time>
  )
}

/** What stands where there is nothing: a dash for the eye, silence for a screen reader. */
export function Nothing() {
  return (
    <span aria-hidden="true" className="ck-nothing">
      –
    </span>
  )
}
