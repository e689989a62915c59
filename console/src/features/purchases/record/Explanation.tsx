import type { ReactNode } from 'react'
import { Nothing } from '../../../parts/Moment.tsx'
import { Units } from '../../../parts/Money.tsx'
import { useOwnLanguage } from '../../../parts/programme.ts'
import type { Given, Line, Purchase } from '../shapes.ts'
import { useWords } from '../words.ts'

/** Each point explained to its line and its rule: lines down, rules across, and the sentence where a line earned nothing. */
export function Explanation({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  if (purchase.kind !== 'sale') return null
  const { given, notEarned } = purchase.explained
  if (given.length === 0) {
    const why = notEarned[0]?.why
    if (!why) return null
    return (
      <section className="ck-part">
        <h2>{t('explain.title')}</h2>
        <p>{t(`why.${why}`)}</p>
      </section>
    )
  }
  return (
    <section className="ck-part">
      <h2>{t('explain.title')}</h2>
      <p className="ck-quiet">{t('explain.lead', { no: purchase.charter })}</p>
      <RuleTable purchase={purchase} />
    </section>
  )
}

/** One unit's share of the table: its rules, what its limit took, and what was kept of each line. */
interface Share {
  unit: 'points' | 'growth'
  label: string
  rules: Given[]
  capped: number
  total: number
  keptOf: (line: Line) => number
}

function sharesOf({ explained, points, growth }: Purchase, label: (unit: 'points' | 'growth') => string): Share[] {
  const rulesOf = (unit: string) => explained.given.filter((given) => given.unit === unit)
  const shares: Share[] = [
    {
      unit: 'points',
      label: label('points'),
      rules: rulesOf('points'),
      capped: explained.capped,
      total: points.earned,
      keptOf: (line) => line.points,
    },
    {
      unit: 'growth',
      label: label('growth'),
      rules: rulesOf('growth'),
      capped: 0,
      total: growth.earned,
      keptOf: (line) => line.growth,
    },
  ]
  return shares.filter(({ rules }) => rules.length > 0)
}

function RuleTable({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  const say = useOwnLanguage()
  const shares = sharesOf(purchase, (unit) => t(unit))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="ck-table-region ck-rules" aria-label={t('explain.title')} tabIndex={0}>
      <table className="ck-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('line.product')}
            </th>
            {shares.map(({ unit, label, rules, capped }) => (
              <th key={unit} scope="colgroup" colSpan={rules.length + (capped ? 2 : 1)} className="ck-rule-unit">
                {label}
              </th>
            ))}
          </tr>
          <tr>
            {shares.map(({ unit, rules, capped }) => (
              <Cells
                key={unit}
                head
                rules={rules.map((given) => say(given.rule))}
                capped={capped > 0 ? t('explain.capped') : undefined}
                total={t('sum')}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {purchase.lines.map((line, at) => (
            <RuleRow key={line.line} line={line} at={at} shares={shares} purchase={purchase} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('sum')}</td>
            {shares.map(({ unit, rules, capped, total }) => (
              <Cells
                key={unit}
                rules={rules.map((given) => <Units key={given.rule.en} count={given.units} />)}
                capped={capped > 0 ? <Units count={-capped} /> : undefined}
                total={<Units count={total} />}
              />
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

interface RuleRowProps {
  line: Line
  at: number
  shares: Share[]
  purchase: Purchase
}

function RuleRow({ line, at, shares, purchase }: RuleRowProps) {
  const t = useWords()
  const why = purchase.explained.notEarned.find((one) => one.line === line.line)?.why
  return (
    <tr>
      <th scope="row">
        {line.line}. {line.name || line.sku}
        {why && <span className="ck-why">{t(`why.${why}`)}</span>}
      </th>
      {shares.map(({ unit, rules, capped, keptOf }) => {
        const parts = rules.map((given) => given.perLine[at] ?? 0)
        const got = parts.reduce((sum, part) => sum + part, 0)
        return (
          <Cells
            key={unit}
            rules={parts.map((part, place) => <Part key={rules[place]?.rule.en} units={part} />)}
            capped={capped > 0 ? <Part units={keptOf(line) - got} /> : undefined}
            total={
              <strong>
                <Units count={keptOf(line)} />
              </strong>
            }
          />
        )
      })}
    </tr>
  )
}

interface CellsProps {
  rules: ReactNode[]
  capped: ReactNode | undefined
  total: ReactNode
  head?: boolean
}

/** The cells of one unit in one row: a rule each, the limit, the sum. */
function Cells({ rules, capped, total, head }: CellsProps) {
  const cells = [...rules, ...(capped === undefined ? [] : [capped]), total]
  return cells.map((cell, place) =>
    head ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rules of a purchase never change their order, and two may bear one name
      <th key={place} scope="col" data-align="right">
        {cell}
      </th>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <td key={place} data-align="right">
        {cell}
      </td>
    ),
  )
}

const Part = ({ units }: { units: number }) => (units === 0 ? <Nothing /> : <Units count={units} />)
