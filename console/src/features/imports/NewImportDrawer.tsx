import { InboxOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Radio, Select, Upload } from 'antd'
import { api, ask } from '../../parts/api.ts'
import { FormDrawer } from '../../parts/FormDrawer.tsx'
import { useRequired } from '../../parts/form-rules.ts'
import { useBytes } from './names.ts'
import { mappingsQuery } from './queries.ts'
import { type Detail, type ImportKind, kinds } from './shapes.ts'
import { useWords } from './words.ts'

interface NewImport {
  kind: ImportKind
  file: File
  mapping?: string
}

/** What is in the file, and the file; nothing is imported yet. */
export function NewImportDrawer({ open, close }: { open: boolean; close: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const submit = (body: NewImport) => ask(api.POST('/v1/imports', { body }))
  return (
    <FormDrawer<NewImport, undefined, Detail>
      open={open}
      onClose={close}
      title={t('new.title')}
      width={560}
      initial={{ kind: 'members' }}
      submit={submit}
      submitLabel={t('new.submit')}
      onDone={({ id }) => {
        close()
        void client.invalidateQueries({ queryKey: ['list', 'imports'] })
        void navigate({ to: `/imports/${id}` })
      }}
    >
      <Fields />
    </FormDrawer>
  )
}

function Fields() {
  const t = useWords()
  const required = useRequired()
  const kind = Form.useWatch<ImportKind | undefined>('kind')
  const saved = useQuery(mappingsQuery(kind)).data?.items ?? []
  return (
    <>
      <Form.Item name="kind" label={t('kind')} rules={required}>
        <Radio.Group
          className="ck-kinds"
          options={kinds.map((value) => ({
            value,
            label: (
              <>
                {t(`kind.${value}`)}
                <span className="ck-quiet">{t(`kind.${value}.text`)}</span>
              </>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item name="file" label={t('file')} rules={required}>
        <FileField />
      </Form.Item>
      {saved.length > 0 && (
        <Form.Item name="mapping" label={t('new.mapping')} extra={t('new.mappingHint')}>
          <Select allowClear options={saved.map(({ name }) => ({ value: name, label: name }))} />
        </Form.Item>
      )}
    </>
  )
}

interface FileFieldProps {
  value?: File
  onChange?: (file: File | undefined) => void
  id?: string
}

function FileField({ value, onChange, id }: FileFieldProps) {
  const t = useWords()
  const bytes = useBytes()
  return (
    <Upload.Dragger
      {...(id ? { id } : {})}
      accept=".csv,.txt,.tsv,.xlsx,.gz"
      multiple={false}
      showUploadList={false}
      beforeUpload={(file) => {
        onChange?.(file)
        return false
      }}
    >
      <p>
        <InboxOutlined aria-hidden className="ck-inbox" />
      </p>
      {value ? (
        <p>
          <strong>{value.name}</strong> · {bytes(value.size)}
        </p>
      ) : (
        <p>{t('new.drop')}</p>
      )}
      <p className="ck-quiet">{t('new.forms')}</p>
    </Upload.Dragger>
  )
}
