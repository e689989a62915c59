import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { useRequired } from '../../../parts/form-rules.ts'
import { MoneyField } from '../../../parts/MoneyField.tsx'
import { useSession } from '../../../parts/session.ts'
import { type Detail, type Sample, totals } from '../shapes.ts'
import { useWords } from '../words.ts'
import { type MappingValues, mapped } from './mapping-values.ts'
import { StoreWords } from './StoreWords.tsx'

/** How the values are to be understood: only what this kind of file can mean in two ways. */
export function OptionFields({ run, sample }: { run: Detail; sample: Sample | undefined }) {
  const t = useWords()
  const { kind } = run
  const values = Form.useWatch<MappingValues['mapping'] | undefined>('mapping') ?? run.mapping
  const mapping = mapped(values)
  const fields = new Set(Object.values(mapping))
  const money = kind !== 'members'
  const stores = kind !== 'products'
  return (
    <section className="ck-sheet ck-options">
      <h2>{t('options.title')}</h2>
      {kind === 'purchases' && <AsField />}
      <div className="ck-form-row">
        {stores && <StoreField />}
        {money && (
          <Choice
            name="unit"
            label={t('options.unit')}
            values={['yuan', 'fen']}
            text={(value) => t(`unit.${value}` as 'unit.yuan')}
          />
        )}
        {kind !== 'products' && (
          <Choice
            name="dayOrder"
            label={t('options.dayOrder')}
            values={['dmy', 'mdy']}
            text={(value) => t(`dayOrder.${value}` as 'dayOrder.dmy')}
          />
        )}
        {kind === 'members' && fields.has('birthdayCalendar') && (
          <Choice
            name="lunarAs"
            label={t('options.lunarAs')}
            values={['solar', 'lunar']}
            text={(value) => t(`lunarAs.${value}` as 'lunarAs.solar')}
          />
        )}
        {kind === 'members' && (
          <Choice
            name="duplicates"
            label={t('options.duplicates')}
            values={['report', 'take']}
            text={(value) => t(`duplicates.${value}` as 'duplicates.report')}
          />
        )}
        {kind === 'purchases' && (
          <Choice
            name="unknownMembers"
            label={t('options.unknownMembers')}
            values={['report', 'create']}
            text={(value) => t(`unknownMembers.${value}` as 'unknownMembers.report')}
          />
        )}
        {(fields.has('externalId') || kind === 'openings') && <SourceField />}
      </div>
      {stores && <StoreWords run={run} sample={sample} mapping={mapping} />}
      {kind === 'openings' && <ControlFields />}
    </section>
  )
}

function AsField() {
  const t = useWords()
  return (
    <Form.Item name={['options', 'as']} label={t('options.as')}>
      <Radio.Group
        className="ck-kinds"
        options={(['history', 'earning'] as const).map((value) => ({
          value,
          label: (
            <>
              {t(`as.${value}`)}
              <span className="ck-quiet">{t(`as.${value}.text`)}</span>
            </>
          ),
        }))}
      />
    </Form.Item>
  )
}

function StoreField() {
  const t = useWords()
  const { stores } = useSession()
  return (
    <Form.Item name={['options', 'storeId']} label={t('options.store')} extra={t('options.storeHint')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={stores.map((store) => ({ value: store.id, label: store.name }))}
      />
    </Form.Item>
  )
}

function SourceField() {
  const t = useWords()
  const required = useRequired()
  return (
    <Form.Item
      name={['options', 'source']}
      label={t('options.source')}
      extra={t('options.sourceHint')}
      rules={required}
    >
      <Input maxLength={64} />
    </Form.Item>
  )
}

interface ChoiceProps {
  name: string
  label: string
  values: string[]
  text: (value: string) => string
}

const Choice = ({ name, label, values, text }: ChoiceProps) => (
  <Form.Item name={['options', name]} label={label}>
    <Select options={values.map((value) => ({ value, label: text(value) }))} />
  </Form.Item>
)

/** What the balances should come to, from the old system's own report: an import that differs does not start by itself. */
function ControlFields() {
  const t = useWords()
  return (
    <fieldset className="ck-control">
      <legend>{t('control.title')}</legend>
      <p className="ck-quiet">{t('control.text')}</p>
      <div className="ck-form-row">
        {totals.map((total) => (
          <Form.Item key={total} name={['control', total]} label={t(`count.${total}`)}>
            {total === 'principal' || total === 'bonus' ? (
              <MoneyField />
            ) : (
              <InputNumber precision={0} style={{ width: '100%' }} />
            )}
          </Form.Item>
        ))}
      </div>
    </fieldset>
  )
}
