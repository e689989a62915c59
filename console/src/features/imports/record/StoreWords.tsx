import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import type { Detail, Mapping, Sample } from '../shapes.ts'
import { useWords } from '../words.ts'
import { strangeStores } from './mapping-values.ts'

interface StoreWordsProps {
  run: Detail
  sample: Sample | undefined
  mapping: Mapping
}

/** What the file calls our stores, where it does not use their codes. */
export function StoreWords({ run, sample, mapping }: StoreWordsProps) {
  const t = useWords()
  const { data } = useQuery({
    queryKey: ['stores'],
    staleTime: 60_000,
    queryFn: () => ask(api.GET('/v1/stores')),
  })
  const stores = data?.items ?? []
  const told = Form.useWatch<{ name?: string }[] | undefined>('stores') ?? []
  const strange = strangeStores(sample, mapping, stores).filter((name) => !told.some((one) => one?.name === name))
  const named = Object.values(mapping).some((field) => field === 'store' || field === 'homeStore')
  if (!named && Object.keys(run.options.stores).length === 0) return null
  return (
    <Form.List name="stores">
      {(rows, { add, remove }) => (
        <fieldset className="ck-control">
          <legend>{t('stores.title')}</legend>
          <p className="ck-quiet">{t('stores.text')}</p>
          {rows.map((row) => (
            <div key={row.key} className="ck-store-word">
              <Form.Item name={[row.name, 'name']} noStyle>
                <Input maxLength={100} aria-label={t('stores.inFile')} placeholder={t('stores.inFile')} />
              </Form.Item>
              <Form.Item name={[row.name, 'storeId']} noStyle>
                <Select
                  aria-label={t('stores.ours')}
                  placeholder={t('stores.ours')}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={stores.map((store) => ({ value: store.id, label: `${store.code} ${store.name}` }))}
                />
              </Form.Item>
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('stores.remove')}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <div className="ck-actions">
            {strange.slice(0, 8).map((name) => (
              <Button key={name} size="small" onClick={() => add({ name })}>
                {t('stores.addOne', { name })}
              </Button>
            ))}
            <Button size="small" onClick={() => add({})}>
              {t('stores.add')}
            </Button>
          </div>
        </fieldset>
      )}
    </Form.List>
  )
}
