import { Form, Select } from 'antd'
import { useFormats } from '../../../parts/formats.ts'
import { usePreferences } from '../../../parts/preferences.ts'
import type { Detail, Field, Sample } from '../shapes.ts'
import { useWords } from '../words.ts'
import { examplesOf, type MappingValues, mapped } from './mapping-values.ts'

/** The columns of the file, each with examples and with what it is taken for. */
export function ColumnsTable({ run, sample }: { run: Detail; sample: Sample | undefined }) {
  const t = useWords()
  const { number } = useFormats()
  const values = Form.useWatch<MappingValues['mapping'] | undefined>('mapping') ?? run.mapping
  const chosen = mapped(values)
  const used = new Set(Object.values(chosen))
  return (
    <section className="ck-part">
      <h2>{t('columns.title')}</h2>
      <p className="ck-quiet">
        {t('columns.lead', { count: used.size, shown: number(used.size), all: number(run.columns.length) })}
      </p>
      <div className="ck-table-region">
        <table className="ck-table">
          <thead>
            <tr>
              <th scope="col">{t('columns.column')}</th>
              <th scope="col">{t('columns.examples')}</th>
              <th scope="col" style={{ width: '280px' }}>
                {t('columns.field')}
              </th>
            </tr>
          </thead>
          <tbody>
            {run.columns.map((column) => (
              <ColumnRow
                key={column}
                column={column}
                examples={examplesOf(sample, column)}
                waiting={!sample}
                fields={run.fields}
                used={used}
                own={chosen[column]}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface ColumnRowProps {
  column: string
  examples: string[]
  waiting: boolean
  fields: Field[]
  used: Set<string>
  own: string | undefined
}

function ColumnRow({ column, examples, waiting, fields, used, own }: ColumnRowProps) {
  const t = useWords()
  const { language } = usePreferences()
  const options = [...fields]
    .sort((a, b) => Number(b.needed) - Number(a.needed))
    .map((field) => ({
      value: field.key,
      label: field.needed ? t('columns.needed', { field: field[language] }) : field[language],
      disabled: used.has(field.key) && field.key !== own,
    }))
  return (
    <tr data-unread={own ? undefined : true} className="ck-column-row">
      <td>
        <strong>{column}</strong>
      </td>
      <td className="ck-examples">
        {waiting ? (
          <span className="ck-bone" />
        ) : (
          examples.join(' · ') || <span className="ck-quiet">{t('columns.blank')}</span>
        )}
      </td>
      <td>
        <Form.Item name={['mapping', column]} noStyle>
          <Select
            aria-label={t('columns.fieldOf', { column })}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('columns.unread')}
            options={options}
            style={{ width: '100%' }}
          />
        </Form.Item>
      </td>
    </tr>
  )
}
