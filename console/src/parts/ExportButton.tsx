import { DownloadOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { FormDrawer } from './FormDrawer.tsx'
import { notify } from './Notices.tsx'
import { usePartWords } from './own-words.ts'

export type ExportFormat = 'csv' | 'xlsx'

/** Hands a file that the server made to the browser. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

interface ExportValues {
  format: ExportFormat
  reason: string
  reveal?: boolean
}

interface ExportButtonProps {
  run: (format: ExportFormat, reason: string, reveal: boolean) => Promise<void>
  what: string
  /** Offers personal columns in clear: for lists that have some, to who may see them. */
  mayReveal?: boolean
}

/** Takes a list away as a file. The reason is asked for because it leaves the house, and is logged. */
export function ExportButton({ run, what, mayReveal = false }: ExportButtonProps) {
  const t = usePartWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('export.button')}
      </Button>
      <FormDrawer<ExportValues>
        open={open}
        onClose={() => setOpen(false)}
        title={t('export.title', { what })}
        initial={{ format: 'xlsx' }}
        submit={({ format, reason, reveal }) => run(format, reason.trim(), reveal ?? false)}
        onDone={() => {
          setOpen(false)
          notify(t('export.done'))
        }}
        submitLabel={t('export.button')}
      >
        <Form.Item name="format" label={t('export.format')} rules={[{ required: true }]}>
          <Radio.Group
            options={[
              { value: 'xlsx', label: 'XLSX' },
              { value: 'csv', label: 'CSV' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('export.reason')}
          extra={t('export.logged')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
        {mayReveal && (
          <Form.Item name="reveal" valuePropName="checked" extra={t('export.revealHint')}>
            <Checkbox>{t('export.reveal')}</Checkbox>
          </Form.Item>
        )}
      </FormDrawer>
    </>
  )
}
