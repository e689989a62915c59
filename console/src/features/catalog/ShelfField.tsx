import { AutoComplete, Form } from 'antd'
import { useShelves } from './queries.ts'
import { useWords } from './words.ts'

/** The code of a category or brand: one of those that are there, or a new one, which is opened under the root. */
export function ShelfField({ name }: { name: 'category' | 'brand' }) {
  const t = useWords()
  const { categories, brands, categoryName, brandName } = useShelves()
  const options =
    name === 'category'
      ? categories.map(({ code }) => ({ value: code, label: labelOf(code, categoryName(code)) }))
      : brands.map(({ code }) => ({ value: code, label: labelOf(code, brandName(code)) }))
  return (
    <Form.Item
      name={name}
      label={t(`field.${name}`)}
      extra={t('shelf.hint')}
      rules={[{ pattern: /^[\p{L}\p{N}._/-]+$/u, message: t('shelf.wrong') }]}
      normalize={(code: string | undefined) => code || null}
    >
      <AutoComplete
        allowClear
        maxLength={64}
        options={options}
        showSearch={{
          filterOption: (typed, option) => (option?.label ?? '').toLowerCase().includes(typed.toLowerCase()),
        }}
      />
    </Form.Item>
  )
}

const labelOf = (code: string, name: string) => (name === code ? code : `${name} (${code})`)
