import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, QRCode, Radio, Select } from 'antd'
import { useState } from 'react'
import { api, ask, told } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { usePlace } from '../../../parts/place.ts'
import { usePreferences } from '../../../parts/preferences.ts'
import { useSession } from '../../../parts/session.ts'
import { cardTypesQuery } from '../queries.ts'
import type { Member } from '../shapes.ts'
import { useWords } from '../words.ts'

interface IssueValues {
  typeId: string
  medium: 'virtual' | 'physical'
  number?: string
  storeId?: string
}

/** Issues a card; its whole number is shown once, as text and as the code that a till scans. */
export function IssueCardDrawer({ member, open, close }: { member: Member; open: boolean; close: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const { storeId } = usePlace()
  const [issued, setIssued] = useState<string>()
  const [form] = Form.useForm<IssueValues>()
  const submit = ({ number, ...values }: IssueValues, key: string) =>
    ask(
      api.POST('/v1/cards', {
        params: { header: told(key) },
        body: { ...values, memberId: member.memberId, number: number?.trim() || null },
      }),
    )
  return (
    <>
      <FormDrawer<IssueValues, undefined, { number: string }>
        open={open}
        onClose={close}
        title={t('card.issue')}
        form={form}
        initial={{ medium: 'virtual', ...(storeId ? { storeId } : {}) }}
        submit={submit}
        submitLabel={t('card.issue')}
        onDone={({ number }) => {
          close()
          setIssued(number)
          void client.invalidateQueries({ queryKey: ['member', member.memberId] })
        }}
      >
        <CardFields />
      </FormDrawer>
      <Modal
        open={issued !== undefined}
        title={t('card.issued')}
        onCancel={() => setIssued(undefined)}
        mask={{ closable: false }}
        footer={<Button onClick={() => setIssued(undefined)}>{t('card.kept')}</Button>}
      >
        <div className="ck-card-number">
          <QRCode value={issued ?? ' '} aria-label={t('card.qr')} bgColor="#ffffff" color="#000000" />
          <code className="ck-reference">{issued}</code>
          <p className="ck-quiet">{t('card.once')}</p>
        </div>
      </Modal>
    </>
  )
}

function CardFields() {
  const t = useWords()
  const required = useRequired()
  const { language } = usePreferences()
  const { stores } = useSession()
  const types = useQuery(cardTypesQuery).data?.items.filter((type) => type.status === 'open' && type.named)
  const typeId = Form.useWatch<string | undefined>('typeId')
  const medium = Form.useWatch<string | undefined>('medium')
  const media = types?.find((type) => type.typeId === typeId)?.media
  return (
    <>
      <Form.Item name="typeId" label={t('card.type')} rules={required} extra={types?.length === 0 && t('card.noTypes')}>
        <Select
          loading={!types}
          options={
            types?.map((type) => ({ value: type.typeId, label: language === 'zh' ? type.name : type.nameEn })) ?? []
          }
        />
      </Form.Item>
      <Form.Item name="medium" label={t('card.medium')} rules={required}>
        <Radio.Group
          options={(['virtual', 'physical'] as const).map((value) => ({
            value,
            label: t(`medium.${value}`),
            disabled: media ? !media.includes(value) : false,
          }))}
        />
      </Form.Item>
      {medium === 'physical' && (
        <Form.Item name="number" label={t('card.number')} extra={t('card.numberHint')} rules={[{ min: 4 }]}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="storeId" label={t('card.store')}>
        <Select allowClear options={stores.map((store) => ({ value: store.id, label: store.name }))} />
      </Form.Item>
    </>
  )
}
