import { WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { house, useFormats } from '../../../parts/formats.ts'
import type { Member, Statement } from '../shapes.ts'
import { useFieldName } from '../use-field-name.ts'
import { useWords } from '../words.ts'

/** Points that end within so many days are worth a word to the member. */
const soonDays = 60

/** What needs care, a line each: closed, barred, debt, points about to end, what is missing in the archive. */
export function Care({ member, statement }: { member: Member; statement: Statement | undefined }) {
  const t = useWords()
  const fieldName = useFieldName()
  const { number, day } = useFormats()
  const join = t('list.join')
  const lines: { key: string; text: ReactNode }[] = []
  if (member.mergedInto) lines.push({ key: 'merged', text: t('care.merged') })
  if (member.status === 'closed') lines.push({ key: 'closed', text: t('care.closed') })
  const { barred } = member.standing
  if (barred.length > 0)
    lines.push({ key: 'barred', text: t('care.barred', { what: barred.map((one) => t(`barred.${one}`)).join(join) }) })
  const debt = statement?.balances.find(({ unit }) => unit === 'points')?.debt ?? 0
  if (debt > 0) lines.push({ key: 'debt', text: t('care.debt', { count: debt, shown: number(debt) }) })
  const ending = endingSoon(statement)
  if (ending)
    lines.push({
      key: 'ending',
      text: t('care.ending', { count: ending.balance, shown: number(ending.balance), day: day(ending.endsOn) }),
    })
  const { missing } = member.completeness
  if (missing.length > 0)
    lines.push({
      key: 'missing',
      text: t('care.missing', { count: missing.length, what: missing.map(fieldName).join(join) }),
    })
  if (member.lost.length > 0)
    lines.push({ key: 'lost', text: t('care.lost', { what: member.lost.map(fieldName).join(join) }) })
  if (lines.length === 0) return null
  return (
    <ul className="ck-care" aria-label={t('care.title')}>
      {lines.map((line) => (
        <li key={line.key}>
          <WarningFilled aria-hidden /> <span>{line.text}</span>
        </li>
      ))}
    </ul>
  )
}

function endingSoon(statement: Statement | undefined): { balance: number; endsOn: string } | undefined {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: house.get().zone }).format(new Date())
  const last = new Date(Date.parse(today) + soonDays * 86_400_000).toISOString().slice(0, 10)
  const lots = statement?.lots.filter(
    (lot) => lot.unit === 'points' && lot.state === 'open' && lot.endsOn !== null && lot.endsOn <= last,
  )
  const [first] = [...(lots ?? [])].sort((a, b) => (a.endsOn ?? '').localeCompare(b.endsOn ?? ''))
  return first?.endsOn ? { balance: first.balance, endsOn: first.endsOn } : undefined
}
