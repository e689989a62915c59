import { Form, InputNumber, Select } from 'antd'
import type { Detail } from '../shapes.ts'
import { useWords } from '../words.ts'

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'big5', 'windows-1252']
const delimiters = [',', '\t', ';', '|']

/** How the file is read. What is seen here was found out; changing it reads the file anew. */
export function Reading({ run, reread }: { run: Detail; reread: () => void }) {
  const t = useWords()
  const { shape } = run
  const known = encodings.includes(shape.encoding) ? encodings : [shape.encoding, ...encodings]
  return (
    <section className="ck-sheet">
      <h2>{t('reading.title')}</h2>
      <div className="ck-form-row ck-reading">
        {shape.form === 'csv' ? (
          <>
            <Form.Item name={['options', 'encoding']} label={t('reading.encoding')}>
              <Select
                placeholder={t('reading.found', { what: shape.encoding.toUpperCase() })}
                allowClear
                onChange={reread}
                options={known.map((value) => ({ value, label: value.toUpperCase() }))}
              />
            </Form.Item>
            <Form.Item name={['options', 'delimiter']} label={t('reading.delimiter')}>
              <Select
                placeholder={t('reading.found', { what: nameOf(shape.delimiter, t('reading.tab')) })}
                allowClear
                onChange={reread}
                options={delimiters.map((value) => ({ value, label: nameOf(value, t('reading.tab')) }))}
              />
            </Form.Item>
          </>
        ) : (
          <Form.Item name={['options', 'sheet']} label={t('reading.sheet')}>
            <Select
              placeholder={t('reading.found', { what: shape.sheet })}
              allowClear
              onChange={reread}
              options={shape.sheets.map((value) => ({ value, label: value }))}
            />
          </Form.Item>
        )}
        <Form.Item name={['options', 'headerRow']} label={t('reading.header')} extra={t('reading.headerHint')}>
          <InputNumber
            min={0}
            max={60}
            precision={0}
            placeholder={t('reading.found', { what: String(shape.headerRow) })}
            onBlur={reread}
            onPressEnter={(event) => {
              event.preventDefault()
              reread()
            }}
            style={{ width: '100%' }}
          />
        </Form.Item>
      </div>
    </section>
  )
}

const nameOf = (delimiter: string, tab: string) => (delimiter === '\t' ? tab : delimiter)
