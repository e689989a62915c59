import { useFormats } from '../../../parts/formats.ts'
import { useCounter } from '../counter.ts'
import { focusScan } from '../keys.ts'
import { TierMark } from '../member/TierMark.tsx'
import { maskName, useLineName } from '../texts.ts'
import { useWords } from '../words.ts'
import { type Option, useChoose } from './choosing.ts'

interface ChoiceListProps {
  options: Option[]
  active: Option | undefined
  more: boolean
  hover: (at: number) => void
}

/** Members and products of whom one is meant: arrows and Enter, heard by the scan field, or a click. */
export function ChoiceList({ options, active, more, hover }: ChoiceListProps) {
  const t = useWords()
  const choose = useChoose()
  return (
    <div className="ck-choices">
      <div id="counter-choices" role="listbox" aria-label={t('choice.label')} tabIndex={-1}>
        {options.map((option, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter are heard by the field, which keeps the focus
          <div
            key={option.key}
            id={`choice-${option.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={option === active}
            className="ck-choice"
            onMouseMove={() => hover(at)}
            onClick={() => {
              choose(option)
              focusScan()
            }}
          >
            {option.kind === 'member' ? <MemberRow option={option} /> : <ProductRow option={option} />}
          </div>
        ))}
      </div>
      <p className="ck-choice-note">{more ? t('choice.more') : t('choice.keys')}</p>
    </div>
  )
}

function MemberRow({ option }: { option: Extract<Option, { kind: 'member' }> }) {
  const t = useWords()
  const { charter } = useCounter()
  const { hit } = option.member
  return (
    <>
      <span className="ck-choice-kind">{t('choice.member')}</span>
      <strong>{hit.name ? maskName(hit.name) : t('member.nameless')}</strong>
      <span className="ck-figures">{hit.phone}</span>
      <TierMark charter={charter} rank={hit.standing.tier} />
    </>
  )
}

function ProductRow({ option }: { option: Extract<Option, { kind: 'product' }> }) {
  const t = useWords()
  const formats = useFormats()
  const nameOf = useLineName()
  const { product } = option
  return (
    <>
      <span className="ck-choice-kind">{t('choice.product')}</span>
      <strong>{nameOf(product)}</strong>
      <span className="ck-code">{product.sku}</span>
      <span className="ck-figures">
        {product.listPrice === null ? t('choice.noPrice') : formats.money(product.listPrice)}
      </span>
    </>
  )
}
