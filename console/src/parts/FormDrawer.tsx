import { Button, Drawer, Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { newKey, Refusal } from './api.ts'
import { FocusBack } from './FocusBack.tsx'
import { usePartWords } from './own-words.ts'
import { RefusalAlert } from './RefusalAlert.tsx'
import { useOnce } from './use-once.ts'

interface FormDrawerProps<Values, Preview, Result> {
  open: boolean
  onClose: () => void
  title: string
  /** The fields: `<Form.Item name label rules>`. */
  children: ReactNode
  initial?: Partial<Values>
  /** For anything that moves value, sends, merges or deletes: says exactly what will happen before it does. */
  preview?: { ask: (values: Values) => Promise<Preview>; show: (preview: Preview, values: Values) => ReactNode }
  /** Does it. The key goes into `Idempotency-Key` (`told(key)`): one opening of the drawer is one command, however often it is sent. */
  submit: (values: Values, key: string) => Promise<Result>
  onDone: (result: Result) => void
  submitLabel?: string
  danger?: boolean
  width?: number
  form?: FormInstance<Values>
  /** Shows the fields without letting anybody change them. */
  readOnly?: boolean | undefined
  /** Beside the buttons, such as a removal. */
  extra?: ReactNode
}

/** A change: a form in a drawer, a preview where it matters, then the command itself. Refusals stand where they arose. */
export function FormDrawer<Values extends object, Preview = undefined, Result = unknown>(
  props: FormDrawerProps<Values, Preview, Result>,
) {
  const { open, onClose, title } = props
  const t = usePartWords()
  const [form] = Form.useForm<Values>(props.form)
  const change = useChange(props, form)
  const { step, failure } = change
  const body = useRef<HTMLDivElement>(null)
  return (
    <>
      <FocusBack open={open} />
      <Drawer
        open={open}
        onClose={onClose}
        title={title}
        size={props.width ?? 480}
        destroyOnHidden
        afterOpenChange={(shown) => shown && focusFirst(body.current)}
        mask={{ closable: false }}
        footer={<DrawerButtons props={props} change={change} send={form.submit} />}
      >
        <div ref={body} />
        <RefusalAlert failure={failure} />
        <Form<Values>
          form={form}
          layout="vertical"
          {...(props.initial ? { initialValues: props.initial } : {})}
          onFinish={change.finish}
          disabled={props.readOnly ?? false}
          clearOnDestroy
          scrollToFirstError={{ focus: true }}
          hidden={Boolean(step)}
          requiredMark={(label, { required }) =>
            required ? (
              label
            ) : (
              <>
                {label}
                <span className="ck-optional">{t('form.optional')}</span>
              </>
            )
          }
        >
          {props.children}
          <Initially form={form} />
          <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
        </Form>
        {step && props.preview && <PreviewStep>{props.preview.show(step.preview, step.values)}</PreviewStep>}
      </Drawer>
    </>
  )
}

/**
 * React's strict mode, in development, takes every part away once and puts it back. The form empties itself when it is taken away, and only
 * its first coming brings the initial values: without this every drawer would be empty while one develops.
 */
function Initially({ form }: { form: { resetFields: () => void } }) {
  const seen = useRef(false)
  useEffect(() => {
    if (seen.current) form.resetFields()
    seen.current = true
  }, [form])
  return null
}

/** Puts the cursor into the first field, so that a form opened by keyboard is filled in by keyboard; who types already is left where they are. */
function focusFirst(top: HTMLElement | null): void {
  const active = document.activeElement
  if (top?.parentElement?.contains(active) && active?.matches('input, textarea')) return
  const field = top?.parentElement?.querySelector<HTMLElement>('input:enabled, textarea:enabled')
  if (field) {
    field.focus()
    return
  }
  // Nothing to fill in, only to read: then the arrows must scroll it (WCAG 2.1.1).
  top?.parentElement?.setAttribute('tabindex', '0')
  top?.parentElement?.focus()
}

interface DrawerButtonsProps {
  props: Pick<FormDrawerProps<never, unknown, unknown>, 'onClose' | 'readOnly' | 'submitLabel' | 'danger' | 'extra'> & {
    preview?: unknown
  }
  change: { step: unknown; busy: boolean; edit: () => void; confirm: () => void }
  send: () => void
}

function DrawerButtons({ props, change, send }: DrawerButtonsProps) {
  const t = usePartWords()
  const { step, busy } = change
  return (
    <div className="ck-drawer-buttons">
      <div>{props.extra}</div>
      {step ? (
        <Button onClick={change.edit} disabled={busy}>
          {t('back')}
        </Button>
      ) : (
        <Button onClick={props.onClose}>{props.readOnly ? t('close') : t('cancel')}</Button>
      )}
      {!props.readOnly && (
        <Button type="primary" danger={props.danger ?? false} loading={busy} onClick={step ? change.confirm : send}>
          {props.preview && !step ? t('form.preview') : (props.submitLabel ?? t('save'))}
        </Button>
      )}
    </div>
  )
}

function useChange<Values extends object, Preview, Result>(
  props: FormDrawerProps<Values, Preview, Result>,
  form: FormInstance<Values>,
) {
  const t = usePartWords()
  const [step, setStep] = useState<{ values: Values; preview: Preview }>()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const key = useRef('')
  const once = useOnce()
  const { open } = props
  useEffect(() => {
    if (!open) return
    key.current = newKey()
    setStep(undefined)
    setFailure(undefined)
  }, [open])
  const run = (work: () => Promise<void>) =>
    once(async () => {
      setBusy(true)
      setFailure(undefined)
      try {
        await work()
      } catch (thrown) {
        setFailure(thrown)
        if (markFields(form, thrown, t('form.fieldRefused'))) setStep(undefined)
      } finally {
        setBusy(false)
      }
    })
  const submit = (values: Values) => run(async () => props.onDone(await props.submit(values, key.current)))
  return {
    step,
    failure,
    busy,
    edit: () => setStep(undefined),
    confirm: () => step && void submit(step.values),
    finish: (values: Values) => {
      const { preview } = props
      if (preview) void run(async () => setStep({ values, preview: await preview.ask(values) }))
      else void submit(values)
    },
  }
}

/** Puts what the server found wrong under the fields that it names; true when there was one. */
function markFields<Values>(form: FormInstance<Values>, failure: unknown, text: string): boolean {
  const problems = failure instanceof Refusal ? failure.details['problems'] : undefined
  if (!Array.isArray(problems)) return false
  const known = new Set(Object.keys(form.getFieldsValue(true) as object))
  const fields = problems
    .map((problem: { path?: unknown }) => String(problem.path ?? '').split('.'))
    .filter((path) => path[0] && known.has(path[0]))
    .map((path) => ({ name: path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)), errors: [text] }))
  form.setFields(fields as never)
  return fields.length > 0
}

/** The preview takes the focus, so that a screen reader reads what will happen and Enter does not confirm unseen. */
function PreviewStep({ children }: { children: ReactNode }) {
  const box = useRef<HTMLElement>(null)
  const t = usePartWords()
  useEffect(() => box.current?.focus(), [])
  return (
    <section ref={box} tabIndex={-1} className="ck-preview" aria-label={t('form.preview')}>
      {children}
    </section>
  )
}
