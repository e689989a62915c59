import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { Moment } from '../../../parts/Moment.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { RoleField, UnitField } from '../fields.tsx'
import { useGrantName } from '../names.ts'
import { SecretDialog } from '../SecretDialog.tsx'
import type { ApiKey } from '../shapes.ts'
import { useWords } from '../words.ts'
import '../org.css'

const keysKey = ['keys']

export default function KeysPage() {
  const t = useWords()
  const keys = useQuery({ queryKey: keysKey, queryFn: () => ask(api.GET('/v1/keys')) })
  const [making, setMaking] = useState(false)
  const [secret, setSecret] = useState<string>()
  const columns = useKeyColumns(useRevoke())
  const add = (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('keys.add')}
    </Button>
  )
  const nothing = keys.data?.items.length === 0
  return (
    <>
      <PageHead title={t('keys.title')} lead={t('keys.lead')} actions={!nothing && add} />
      <RefusalAlert failure={keys.error} />
      {nothing ? (
        <EmptyState title={t('keys.empty')} text={t('keys.emptyText')} action={add} />
      ) : (
        !keys.error && (
          <RowTable label={t('keys.title')} columns={columns} rows={keys.data?.items} rowKey={(key) => key.id} />
        )
      )}
      <MakeKey open={making} close={() => setMaking(false)} made={setSecret} />
      <SecretDialog
        title={t('keys.made')}
        text={t('keys.madeText')}
        secret={secret}
        close={() => setSecret(undefined)}
      />
    </>
  )
}

function useRevoke() {
  const t = useWords()
  const client = useQueryClient()
  return async (id: string) => {
    await ask(api.DELETE('/v1/keys/{id}', { params: { path: { id } } }))
    notify(t('keys.revokedNow'))
    await client.invalidateQueries({ queryKey: keysKey })
  }
}

function useKeyColumns(revoke: (id: string) => Promise<void>): Column<ApiKey>[] {
  const t = useWords()
  const roleName = useGrantName()
  return [
    { key: 'name', title: t('keys.name'), render: (key) => key.name },
    { key: 'prefix', title: t('keys.prefix'), render: (key) => <span className="ck-code">{key.prefix}…</span> },
    { key: 'role', title: t('people.role'), render: roleName },
    { key: 'unit', title: t('people.unit'), render: (key) => key.unitName },
    { key: 'madeAt', title: t('keys.madeAt'), render: (key) => <Moment value={key.madeAt} /> },
    {
      key: 'usedAt',
      title: t('keys.usedAt'),
      render: (key) => (key.usedAt ? <Moment value={key.usedAt} ago /> : t('keys.never')),
    },
    { key: 'usedFrom', title: t('sessions.address'), render: (key) => key.usedFrom },
    {
      key: 'state',
      title: t('action'),
      render: (key) =>
        key.revokedAt ? (
          <Tag>{t('keys.revoked')}</Tag>
        ) : (
          <ConfirmButton
            size="small"
            label={t('keys.revoke')}
            longLabel={t('keys.revokeOne', { name: key.name })}
            question={t('keys.revokeSure')}
            run={() => revoke(key.id)}
          />
        ),
    },
  ]
}

interface KeyValues {
  name: string
  roleId: string
  unitId: string
}

function MakeKey({ open, close, made }: { open: boolean; close: () => void; made: (key: string) => void }) {
  const t = useWords()
  const required = useRequired()
  const client = useQueryClient()
  return (
    <FormDrawer<KeyValues, undefined, { key: string }>
      open={open}
      onClose={close}
      title={t('keys.add')}
      submit={(body) => ask(api.POST('/v1/keys', { body }))}
      onDone={({ key }) => {
        close()
        made(key)
        void client.invalidateQueries({ queryKey: keysKey })
      }}
    >
      <Form.Item name="name" label={t('keys.name')} extra={t('keys.nameHint')} rules={required}>
        <Input maxLength={80} />
      </Form.Item>
      <RoleField name="roleId" />
      <UnitField name="unitId" label={t('people.unit')} extra={t('people.unitHint')} />
    </FormDrawer>
  )
}
