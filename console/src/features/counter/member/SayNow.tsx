import {
  BellOutlined,
  GiftOutlined,
  HourglassOutlined,
  RiseOutlined,
  SmileOutlined,
  StopOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import { useCell } from '../../../parts/cell.ts'
import { house, useFormats } from '../../../parts/formats.ts'
import { useCounter } from '../counter.ts'
import type { Guest } from '../desk.ts'
import { birthdayNow, useCharterText } from '../texts.ts'
import { useWords } from '../words.ts'

interface Remark {
  key: string
  text: string
  icon: ComponentType<{ 'aria-hidden'?: boolean }>
  tone?: 'care' | 'good'
}

/** Points are worth a word when they end within so many days. */
const soonDays = 60

const daysUntil = (day: string): number => Math.ceil((Date.parse(`${day}T23:59:59Z`) - Date.now()) / 86_400_000)

/** What the cashier may say now: a birthday, points about to end, steps to the next tier; and what is closed to this member. */
export function SayNow({ guest }: { guest: Guest }) {
  const t = useWords()
  const remarks = useRemarks(guest)
  if (remarks.length === 0) return null
  return (
    <ul className="ck-say" aria-label={t('say.label')}>
      {remarks.map(({ key, text, icon: Icon, tone }) => (
        <li key={key} data-tone={tone}>
          <Icon aria-hidden /> <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}

function useRemarks({ hit }: Guest): Remark[] {
  const t = useWords()
  const { zone } = useCell(house)
  const { greeting, charter } = useCounter()
  const formats = useFormats()
  const say = useCharterText()
  const remarks: Remark[] = []
  const known = greeting.data
  for (const what of ['earn', 'spend'] as const) {
    if (hit.standing.barred.includes(what)) {
      remarks.push({ key: what, text: t(`say.barred.${what}`), icon: StopOutlined, tone: 'care' })
    }
  }
  const birthday = birthdayNow(hit.birthday, zone)
  if (birthday) remarks.push({ key: 'birthday', text: t(`say.birthday.${birthday}`), icon: GiftOutlined, tone: 'good' })
  if (hit.standing.purchases === 0)
    remarks.push({ key: 'first', text: t('say.first'), icon: SmileOutlined, tone: 'good' })
  const ending = known?.explained.expiring
  if (ending && daysUntil(ending.on) <= soonDays) {
    const text = t('say.ending', { points: formats.number(ending.points), day: formats.day(ending.on) })
    remarks.push({ key: 'ending', text, icon: HourglassOutlined, tone: 'care' })
  }
  const next = known?.explained.next
  const here = charter?.tiers.levels[hit.standing.tier]
  const goal = charter?.tiers.levels[hit.standing.tier + 1]
  // Two steps to gold are worth a word; four thousand are not.
  if (next && here && goal && next.missing <= (goal.from - here.from) * 0.2) {
    const text = t('say.next', { missing: formats.number(next.missing), tier: say(next.name) })
    remarks.push({ key: 'next', text, icon: RiseOutlined, tone: 'good' })
  }
  if (hit.outside) remarks.push({ key: 'outside', text: t('say.outside'), icon: BellOutlined })
  return remarks
}
