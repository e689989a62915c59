import { Figure } from '../../../parts/Figure.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { Facts } from '../../../parts/RecordHead.tsx'
import { useSums } from '../names.ts'
import type { Counts, Detail, Report } from '../shapes.ts'
import { useWords } from '../words.ts'

/** What became of the rows: every row of the file is in one of these figures. */
export function Counted({ run, report, planned }: { run: Detail; report: Report; planned: boolean }) {
  const t = useWords()
  const { number } = useFormats()
  const { counts } = report
  const purchases = run.kind === 'purchases'
  const shared = { computedAt: report.endedAt }
  return (
    <div className="ck-figure-row">
      <Figure
        {...shared}
        label={planned ? t('counts.wouldGoIn') : t('rows.taken')}
        definition={t(purchases ? 'define.acceptedPurchases' : 'define.accepted')}
        value={number(counts.accepted)}
        note={counts.remarked > 0 && t('counts.remarked', { count: counts.remarked, shown: number(counts.remarked) })}
      />
      {purchases && (
        <Figure
          {...shared}
          label={t('counts.anonymous')}
          definition={t('define.anonymous')}
          value={number(counts.anonymous)}
        />
      )}
      <Figure
        {...shared}
        label={t('rows.reported')}
        definition={t('define.reported')}
        value={<span className={counts.reported > 0 ? 'ck-danger' : undefined}>{number(counts.reported)}</span>}
      />
      <Figure
        {...shared}
        label={t('counts.rows')}
        definition={t('define.rows')}
        value={number(counts.rows)}
        note={emptyNote(counts, t, number)}
      />
    </div>
  )
}

const emptyNote = (
  { empty }: Counts,
  t: ReturnType<typeof useWords>,
  number: (value: number) => string,
): string | false => empty > 0 && t('counts.empty', { count: empty, shown: number(empty) })

const order = [
  'points',
  'growth',
  'principal',
  'bonus',
  'sales',
  'returns',
  'lines',
  'created',
  'changed',
  'same',
  'reported',
]

/** Counts before amounts, and what matters most first. */
const placeOf = (key: string) => order.indexOf(key.split('.').at(-1) ?? '') + (key.includes('.') ? 0.5 : 0)

/** The sums of what went in, and where they are not what they should be. */
export function Sums({ run, report, title }: { run: Detail; report: Report; title: string }) {
  const t = useWords()
  const sumOf = useSums()
  const facts = Object.entries(report.counts.sums)
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .flatMap(([key, value]) => {
      const sum = sumOf(key, value)
      return sum ? [{ label: sum.label, value: <span className="ck-figures">{sum.text}</span>, key }] : []
    })
  if (facts.length === 0 && report.differences.length === 0) return null
  return (
    <section className="ck-sheet ck-after-figures">
      <h2>{title}</h2>
      {facts.length > 0 && <Facts facts={facts} />}
      {report.differences.length > 0 && (
        <>
          <p className="ck-danger ck-differences">{t('differences')}</p>
          <ul>
            {report.differences.map(({ what, file, house }) => (
              <li key={what}>
                {t(run.kind === 'openings' ? 'difference.control' : 'difference', {
                  what: sumOf(what, file)?.label ?? what,
                  file: sumOf(what, file)?.text ?? String(file),
                  house: sumOf(what, house)?.text ?? String(house),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
