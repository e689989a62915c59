import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Popconfirm } from 'antd'
import { useEffect, useState } from 'react'
import { useAddress } from '../../../parts/address.ts'
import { api, ask, Refusal } from '../../../parts/api.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useOnce } from '../../../parts/use-once.ts'
import { useFieldLabel } from '../names.ts'
import { sampleQuery } from '../queries.ts'
import type { Detail } from '../shapes.ts'
import { useWords } from '../words.ts'
import { ColumnsTable } from './ColumnsTable.tsx'
import { bodyOf, type MappingValues, valuesOf } from './mapping-values.ts'
import { OptionFields } from './OptionFields.tsx'
import { Reading } from './Reading.tsx'
import { Steps } from './Steps.tsx'

/** Which column is what, and how the file is to be understood; then a check, which imports nothing. */
export function MappingView({ run, changed }: { run: Detail; changed: () => void }) {
  const t = useWords()
  const [form] = Form.useForm<MappingValues>()
  const sample = useQuery(sampleQuery(run.id, run.shape))
  const { keep, check, cancel, failure, busy } = useMappingCommands(run, changed)
  // What is not on the screen just now, such as words for stores, belongs to it as well.
  const all = () => form.getFieldsValue(true) as MappingValues
  const columns = run.columns.join('\0')
  // A file that is read otherwise has other columns, for which the server guesses anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen meanwhile stays while the columns stay
  useEffect(() => form.setFieldsValue(valuesOf(run) as never), [columns, form])
  return (
    <>
      <Steps at={1} />
      {run.sameFile && <p className="ck-same-file">{t('sameFile')}</p>}
      <Form<MappingValues>
        form={form}
        layout="vertical"
        initialValues={valuesOf(run)}
        onFinish={() => check(all())}
        scrollToFirstError={{ focus: true }}
        requiredMark={false}
      >
        <Reading run={run} reread={() => keep(all())} />
        <RefusalAlert failure={sample.error} retry={() => void sample.refetch()} />
        <ColumnsTable run={run} sample={sample.data} />
        <OptionFields run={run} sample={sample.data} />
        <div className="ck-mapping-failure">
          <RefusalAlert failure={failure} />
          <Missing failure={failure} run={run} />
        </div>
        <div className="ck-sheet ck-mapping-end">
          <Form.Item name="saveAs" label={t('mapping.saveAs')} extra={t('mapping.saveAsHint')}>
            <Input maxLength={80} />
          </Form.Item>
          <div className="ck-actions">
            <Popconfirm
              title={t('mapping.cancelSure')}
              okText={t('mapping.cancel')}
              cancelText={t('back')}
              onConfirm={cancel}
            >
              <Button danger>{t('mapping.cancel')}</Button>
            </Popconfirm>
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('mapping.check')}
            </Button>
          </div>
        </div>
      </Form>
    </>
  )
}

/** The fields that are still needed, by their names. */
function Missing({ failure, run }: { failure: unknown; run: Detail }) {
  const t = useWords()
  const label = useFieldLabel(run.fields)
  if (!(failure instanceof Refusal)) return null
  const { fields, column } = failure.details
  const names = Array.isArray(fields) ? fields.map((key) => label(String(key))).join(t('or')) : undefined
  if (!names && typeof column !== 'string') return null
  return <p className="ck-missing">{names ? t('mapping.missing', { names }) : t('mapping.column', { column })}</p>
}

function useMappingCommands(run: Detail, changed: () => void) {
  const client = useQueryClient()
  const [, change] = useAddress()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const path = { params: { path: { id: run.id } } }
  const put = async (values: MappingValues) => {
    const kept = await ask(api.PUT('/v1/imports/{id}/mapping', { ...path, body: bodyOf(values, run) }))
    client.setQueryData(['import', run.id], kept)
    void client.invalidateQueries({ queryKey: ['import-mappings'] })
  }
  const once = useOnce()
  const doing = (work: () => Promise<void>) =>
    once(async () => {
      setBusy(true)
      setFailure(undefined)
      await work()
        .catch(setFailure)
        .finally(() => setBusy(false))
    })
  return {
    failure,
    busy,
    keep: (values: MappingValues) => void doing(() => put(values)),
    check: (values: MappingValues) =>
      void doing(async () => {
        await put(values)
        await ask(api.POST('/v1/imports/{id}/check', path))
        change({ step: undefined })
        changed()
      }),
    cancel: () =>
      void doing(async () => {
        await ask(api.POST('/v1/imports/{id}/cancel', path))
        changed()
      }),
  }
}
