import { Link } from '@tanstack/react-router'
import { Checkbox, Form } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { useSums } from '../names.ts'
import type { Detail, Report } from '../shapes.ts'
import { useWords } from '../words.ts'

interface StartValues {
  again?: boolean
  accept?: boolean
}

interface StartDrawerProps {
  run: Detail
  report: Report
  open: boolean
  close: () => void
  changed: () => void
}

/** Says exactly what will be taken in, and where to undo it, before it begins. */
export function StartDrawer({ run, report, open, close, changed }: StartDrawerProps) {
  const t = useWords()
  const differs = Object.keys(run.options.control).length > 0 && report.differences.length > 0
  const agreed = (text: string) => [
    { validator: (_: unknown, on: unknown) => (on ? Promise.resolve() : Promise.reject(new Error(text))) },
  ]
  return (
    <FormDrawer<StartValues>
      open={open}
      onClose={close}
      title={t('start.title')}
      submitLabel={t('start.do')}
      submit={(values) =>
        ask(
          api.POST('/v1/imports/{id}/start', {
            params: { path: { id: run.id } },
            body: { again: values.again ?? false, accept: values.accept ?? false },
          }),
        )
      }
      onDone={() => {
        close()
        changed()
      }}
    >
      <Plan run={run} report={report} />
      {run.sameFile && (
        <Form.Item
          name="again"
          valuePropName="checked"
          rules={agreed(t('start.again'))}
          extra={<Link to={`/imports/${run.sameFile}`}>{t('start.sameFile')}</Link>}
        >
          <Checkbox>{t('start.again')}</Checkbox>
        </Form.Item>
      )}
      {differs && (
        <Form.Item name="accept" valuePropName="checked" rules={agreed(t('start.accept'))}>
          <Checkbox>{t('start.accept')}</Checkbox>
        </Form.Item>
      )}
    </FormDrawer>
  )
}

function Plan({ run, report }: { run: Detail; report: Report }) {
  const t = useWords()
  const { number } = useFormats()
  const sumOf = useSums()
  const { counts } = report
  const taken = counts.accepted + counts.anonymous
  const lines = [
    t('start.rows', { count: taken, shown: number(taken), kind: t(`kind.${run.kind}`) }),
    ...(counts.reported > 0 ? [t('start.left', { count: counts.reported, shown: number(counts.reported) })] : []),
    ...(run.kind === 'purchases' ? [t(`as.${run.options.as}.text`)] : []),
    ...Object.entries(counts.sums).flatMap(([key, value]) => {
      const sum = sumOf(key, value)
      return sum ? [t('start.sum', { what: sum.label, text: sum.text })] : []
    }),
  ]
  return (
    <>
      <ul className="ck-plan">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="ck-quiet ck-form-lead">{t('start.undo')}</p>
    </>
  )
}
