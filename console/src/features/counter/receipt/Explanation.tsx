import { RiseOutlined } from '@ant-design/icons'
import { useFormats } from '../../../parts/formats.ts'
import { useCounter } from '../counter.ts'
import { TierMark } from '../member/TierMark.tsx'
import type { Purchase } from '../shapes.ts'
import { useCharterText } from '../texts.ts'
import { useWords } from '../words.ts'

/** Where the points came from and where they went, what the member has now, and what comes next. */
export function Explanation({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  if (!purchase.memberId) {
    return (
      <div className="ck-explained">
        <p>{t('receipt.walkIn')}</p>
      </div>
    )
  }
  return (
    <div className="ck-explained">
      <Tier purchase={purchase} />
      <After purchase={purchase} />
      <How purchase={purchase} />
      <Coming purchase={purchase} />
    </div>
  )
}

/** A new tier is good news, told quietly: its name, and what it opens. */
function Tier({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  const say = useCharterText()
  const { charter } = useCounter()
  const { before, after, upgraded } = purchase.tier
  const levels = charter?.tiers.levels ?? []
  const old = new Set(levels[before]?.benefits.map(({ zh }) => zh))
  const fresh = upgraded ? (levels[after]?.benefits.filter(({ zh }) => !old.has(zh)) ?? []) : []
  const name = purchase.explained.tiers?.after
  if (before > after && name) return <p className="ck-fall">{t('receipt.fallen', { tier: say(name) })}</p>
  if (!upgraded || !name) return <TierMark charter={charter} rank={after} large />
  return (
    <div className="ck-upgrade" role="status">
      <RiseOutlined aria-hidden />
      <div>
        <p>
          {t('receipt.upgrade')} <TierMark charter={charter} rank={after} large />
        </p>
        {fresh.length > 0 && <p>{t('receipt.opens', { benefits: fresh.map(say).join(t('list.and')) })}</p>}
      </div>
    </div>
  )
}

function After({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  const formats = useFormats()
  const { points, growth, wallet, kind, currency } = purchase
  const signed = (units: number) => `${kind === 'sale' ? '+' : '-'}${formats.number(units)}`
  return (
    <dl className="ck-holdings">
      <div>
        <dt>{t('member.points')}</dt>
        <dd>{formats.number(points.balance)}</dd>
        <dd className="ck-quiet">
          {signed(points.earned)}
          {points.spent > 0 &&
            ` · ${t(kind === 'sale' ? 'receipt.used' : 'receipt.givenBack', { points: formats.number(points.spent) })}`}
        </dd>
      </div>
      <div>
        <dt>{t('member.growth')}</dt>
        <dd>{formats.number(growth.balance)}</dd>
        <dd className="ck-quiet">{signed(growth.earned)}</dd>
      </div>
      <div>
        <dt>{t('member.wallet')}</dt>
        <dd>{formats.money(wallet.principal + wallet.bonus, currency)}</dd>
      </div>
    </dl>
  )
}

/** By which rule, how much; what was cut off; what a debt took. Why a line earned nothing stands on the line. */
function How({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  const formats = useFormats()
  const say = useCharterText()
  const { given, capped, debt, endsOn } = purchase.explained
  const rows = given.map(({ unit, rule, units }) => ({
    key: `${unit} ${rule.zh}`,
    text: say(rule),
    value: t(`unit.${unit}`, { shown: formats.number(units) }),
  }))
  const remarks = [
    ...(capped > 0 ? [t('why.capped', { points: formats.number(capped) })] : []),
    ...(debt > 0 ? [t('why.debt', { points: formats.number(debt) })] : []),
    ...(endsOn && purchase.points.earned > 0 ? [t('receipt.ends', { day: formats.day(endsOn) })] : []),
  ]
  if (rows.length + remarks.length === 0) return null
  return (
    <div className="ck-how">
      <h3>{t('receipt.how')}</h3>
      <ul>
        {rows.map(({ key, text, value }) => (
          <li key={key}>
            <span>{text}</span> <strong className="ck-figures">{value}</strong>
          </li>
        ))}
      </ul>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </div>
  )
}

function Coming({ purchase }: { purchase: Purchase }) {
  const t = useWords()
  const formats = useFormats()
  const say = useCharterText()
  const { charter } = useCounter()
  const { next, expiring } = purchase.explained
  const levels = charter?.tiers.levels ?? []
  const from = levels[purchase.tier.after]?.from ?? 0
  const goal = levels[purchase.tier.after + 1]?.from ?? 0
  const share = goal > from ? Math.min(1, Math.max(0, (purchase.growth.balance - from) / (goal - from))) : 0
  return (
    <div className="ck-coming">
      {next && (
        <>
          <p>{t('say.next', { missing: formats.number(next.missing), tier: say(next.name) })}</p>
          <div className="ck-way" aria-hidden="true">
            <span style={{ width: `${Math.round(share * 100)}%` }} />
          </div>
        </>
      )}
      {expiring && <p>{t('say.ending', { points: formats.number(expiring.points), day: formats.day(expiring.on) })}</p>}
    </div>
  )
}
