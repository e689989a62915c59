import { Tag } from 'antd'
import { useFormats } from '../../parts/formats.ts'
import { Money } from '../../parts/Money.tsx'
import { usePreferences } from '../../parts/preferences.ts'
import { Facts } from '../../parts/RecordHead.tsx'
import { type Column, RowTable } from '../../parts/RowTable.tsx'
import { useSentences } from './sentences.ts'
import type { Charter, EarningRule } from './shapes.ts'
import { useWords } from './words.ts'

/** A charter section by section, in the words of its members. */
export function CharterSections({ charter }: { charter: Charter }) {
  return (
    <div>
      <Tiers charter={charter} />
      <Points charter={charter} />
      <Wallets charter={charter} />
      <Returns charter={charter} />
    </div>
  )
}

function Tiers({ charter }: { charter: Charter }) {
  const t = useWords()
  const { language } = usePreferences()
  const { number } = useFormats()
  const columns: Column<Charter['tiers']['levels'][number]>[] = [
    { key: 'name', title: t('tier'), render: (level) => level.name[language], width: '128px' },
    { key: 'from', title: t('tier.from'), align: 'right', render: (level) => number(level.from), width: '128px' },
    {
      key: 'benefits',
      title: t('tier.benefits'),
      render: (level) => (
        <span className="ck-marks">
          {level.benefits.map((benefit) => (
            <Tag key={benefit.zh}>{benefit[language]}</Tag>
          ))}
        </span>
      ),
    },
  ]
  return (
    <section className="ck-sheet">
      <h2>{t('tiers')}</h2>
      <RowTable label={t('tiers')} columns={columns} rows={charter.tiers.levels} rowKey={(level) => level.code} />
      <h3 className="ck-below">{t('growth')}</h3>
      <Rules charter={charter} rules={charter.points.growth} />
    </section>
  )
}

function Points({ charter }: { charter: Charter }) {
  const t = useWords()
  const { number } = useFormats()
  const { expiry, spend, notEarning } = useSentences(charter)
  const { rounding, mostPerPurchase, earn } = charter.points
  return (
    <section className="ck-sheet">
      <h2>{t('points')}</h2>
      <Rules charter={charter} rules={earn} />
      <div className="ck-below ck-wide-pairs">
        <Facts
          facts={[
            { label: t('points.notEarning'), value: notEarning() },
            { label: t('points.rounding'), value: t(`rounding.${rounding}`) },
            { label: t('points.most'), value: mostPerPurchase === null ? t('unlimited') : number(mostPerPurchase) },
            { label: t('points.expiry'), value: expiry() },
            { label: t('points.spend'), value: spend() },
          ]}
        />
      </div>
    </section>
  )
}

function Rules({ charter, rules }: { charter: Charter; rules: EarningRule[] }) {
  const t = useWords()
  const { language } = usePreferences()
  const { rule, when } = useSentences(charter)
  if (rules.length === 0) return <p className="ck-quiet">{t('rules.none')}</p>
  return (
    <ol className="ck-rules">
      {rules.map((one) => (
        <li key={JSON.stringify(one)}>
          <strong>{one.name[language]}</strong>
          <p className="ck-quiet">{[rule(one), ...when(one.when)].join(' · ')}</p>
        </li>
      ))}
    </ol>
  )
}

function Wallets({ charter }: { charter: Charter }) {
  const t = useWords()
  const { money } = useFormats()
  const { least, most, mostHeld, bonuses, split } = charter.wallets
  return (
    <section className="ck-sheet">
      <h2>{t('wallets')}</h2>
      <div className="ck-wide-pairs">
        <Facts
          facts={[
            { label: t('wallets.amount'), value: t('wallets.between', { least, most }) },
            { label: t('wallets.held'), value: <Money minor={mostHeld} /> },
            {
              label: t('wallets.bonuses'),
              value:
                bonuses.length > 0
                  ? bonuses
                      .map(({ from, bonus }) => t('wallets.bonus', { from: money(from), bonus: money(bonus) }))
                      .join(' · ')
                  : t('nothing'),
            },
            { label: t('wallets.split'), value: t(`split.${split}`) },
          ]}
        />
      </div>
    </section>
  )
}

function Returns({ charter }: { charter: Charter }) {
  const t = useWords()
  const { returns, limits } = charter
  return (
    <section className="ck-sheet">
      <h2>{t('returns')}</h2>
      <div className="ck-wide-pairs">
        <Facts
          facts={[
            {
              label: t('returns.days'),
              value: returns.days === null ? t('unlimited') : t('days', { count: returns.days }),
            },
            { label: t('returns.reopen'), value: t('days', { count: returns.reopenDays }) },
            { label: t('limits.backdate'), value: t('days', { count: limits.backdateDays }) },
          ]}
        />
      </div>
    </section>
  )
}
