import { Checkbox, InputNumber, Select } from 'antd'
import type { Birthday } from './shapes.ts'
import { useWords } from './words.ts'

interface BirthdayFieldProps {
  value?: Partial<Birthday> | null
  onChange?: (birthday: Partial<Birthday> | null) => void
  id?: string
}

const months = Array.from({ length: 12 }, (_, at) => at + 1)
const days = Array.from({ length: 31 }, (_, at) => at + 1)

/** Month and day, in the sun's calendar or the moon's; the year may be unknown. */
export function BirthdayField({ value, onChange, id }: BirthdayFieldProps) {
  const t = useWords()
  const now = value ?? {}
  const lunar = now.calendar === 'lunar'
  const change = (part: Partial<Birthday>) => {
    const next = { calendar: 'solar' as const, year: null, leap: false, ...now, ...part }
    onChange?.(next.month || next.day || next.year ? next : null)
  }
  return (
    <fieldset className="ck-birthday" id={id} aria-label={t('field.birthday')}>
      <Select
        aria-label={t('birthday.calendar')}
        value={now.calendar ?? 'solar'}
        onChange={(calendar) => onChange?.({ year: null, leap: false, ...now, calendar })}
        options={[
          { value: 'solar', label: t('birthday.solarCalendar') },
          { value: 'lunar', label: t('birthday.lunarCalendar') },
        ]}
      />
      <InputNumber
        aria-label={t('birthday.year')}
        placeholder={t('birthday.year')}
        min={1850}
        max={2150}
        precision={0}
        controls={false}
        value={now.year ?? null}
        onChange={(year) => change({ year: year ?? null })}
      />
      <Select
        aria-label={t('birthday.month')}
        placeholder={t('birthday.month')}
        allowClear
        value={now.month ?? null}
        onChange={(month) => change({ month: month ?? undefined } as Partial<Birthday>)}
        options={months.map((month) => ({ value: month, label: t('birthday.monthOf', { month }) }))}
      />
      <Select
        aria-label={t('birthday.day')}
        placeholder={t('birthday.day')}
        allowClear
        value={now.day ?? null}
        onChange={(day) => change({ day: day ?? undefined } as Partial<Birthday>)}
        options={days.slice(0, lunar ? 30 : 31).map((day) => ({ value: day, label: t('birthday.dayOf', { day }) }))}
      />
      {lunar && (
        <Checkbox checked={now.leap ?? false} onChange={(event) => change({ leap: event.target.checked })}>
          {t('birthday.leap')}
        </Checkbox>
      )}
    </fieldset>
  )
}

/** Whether what was chosen so far is no birthday yet: a month without a day, or a day without a month. */
export const halfBirthday = (value: Partial<Birthday> | null | undefined): boolean =>
  Boolean(value) && !(value?.month && value.day)
