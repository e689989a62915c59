import { Form, Radio } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { useFormats } from '../../../parts/formats.ts'
import type { Detail } from '../shapes.ts'
import { useWords } from '../words.ts'

interface UndoDrawerProps {
  run: Detail
  open: boolean
  close: () => void
  changed: () => void
}

/** Takes a whole import back; before that it says what goes and what happens to what was used since. */
export function UndoDrawer({ run, open, close, changed }: UndoDrawerProps) {
  const t = useWords()
  const { number } = useFormats()
  const required = useRequired()
  const counts = run.report?.counts ?? run.counts
  const rest = run.state === 'undone'
  const preview = (values: { debt: boolean }) => (
    <ul className="ck-plan">
      <li>
        {rest
          ? t('undo.restThings', {
              count: run.undoReport?.keptCount ?? 0,
              shown: number(run.undoReport?.keptCount ?? 0),
            })
          : t('undo.things', { count: counts.things, shown: number(counts.things), kind: t(`kind.${run.kind}`) })}
      </li>
      <li>{t(values.debt ? 'undo.asDebt' : 'undo.leave')}</li>
      <li>{t('undo.trail')}</li>
      <li>{t('undo.final')}</li>
    </ul>
  )
  return (
    <FormDrawer<{ debt: boolean }, true>
      open={open}
      onClose={close}
      title={t(rest ? 'undo.rest' : 'undo.do')}
      submitLabel={t(rest ? 'undo.rest' : 'undo.do')}
      danger
      initial={{ debt: rest }}
      preview={{ ask: () => Promise.resolve(true), show: (_, values) => preview(values) }}
      submit={({ debt }) =>
        ask(api.POST('/v1/imports/{id}/undo', { params: { path: { id: run.id } }, body: { debt } }))
      }
      onDone={() => {
        close()
        changed()
      }}
    >
      <p className="ck-form-lead">{t('undo.text')}</p>
      <Form.Item name="debt" label={t('undo.used')} rules={required}>
        <Radio.Group
          className="ck-kinds"
          options={[
            ...(rest ? [] : [{ value: false, label: t('undo.leave') }]),
            { value: true, label: t('undo.asDebt') },
          ]}
        />
      </Form.Item>
    </FormDrawer>
  )
}
