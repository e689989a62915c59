import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { notify } from '../../../parts/Notices.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { useMay } from '../../../parts/session.ts'
import { useRoleName } from '../names.ts'
import { usePermissionName } from '../permissions.ts'
import { rolesQuery } from '../queries.ts'
import type { Role } from '../shapes.ts'
import { useWords } from '../words.ts'
import '../org.css'

export default function RolesPage() {
  const t = useWords()
  const mayManage = useMay('roles.manage')
  const roles = useQuery(rolesQuery)
  const roleName = useRoleName()
  const [edited, setEdited] = useState<Role | 'new'>()
  const all = roles.data?.permissions ?? []
  const columns: Column<Role>[] = [
    { key: 'name', title: t('roles.name'), render: roleName, width: '240px' },
    {
      key: 'permissions',
      title: t('roles.permissions'),
      render: (role) =>
        role.permissions.includes('*')
          ? t('roles.all')
          : t('roles.count', { count: role.permissions.length, all: all.length }),
    },
    {
      key: 'origin',
      title: t('roles.origin'),
      render: (role) => <Tag>{role.code ? t('roles.builtIn') : t('roles.own')}</Tag>,
    },
    {
      key: 'change',
      title: t('action'),
      render: (role) => {
        const fixed = !mayManage || role.permissions.includes('*')
        const name = roleName(role)
        return (
          <Button
            size="small"
            onClick={() => setEdited(role)}
            aria-label={fixed ? t('lookOne', { name }) : t('changeOne', { name })}
          >
            {fixed ? t('look') : t('change')}
          </Button>
        )
      },
    },
  ]
  return (
    <>
      <PageHead
        title={t('roles.title')}
        lead={t('roles.lead')}
        actions={
          mayManage && (
            <Button type="primary" onClick={() => setEdited('new')}>
              {t('roles.add')}
            </Button>
          )
        }
      />
      <RefusalAlert failure={roles.error} retry={() => void roles.refetch()} />
      {!roles.error && (
        <RowTable label={t('roles.title')} columns={columns} rows={roles.data?.items} rowKey={(role) => role.id} />
      )}
      <RoleDrawer edited={edited} close={() => setEdited(undefined)} permissions={all} mayManage={mayManage} />
    </>
  )
}

interface RoleDrawerProps {
  edited: Role | 'new' | undefined
  close: () => void
  permissions: string[]
  mayManage: boolean
}

function RoleDrawer({ edited, close, permissions, mayManage }: RoleDrawerProps) {
  const t = useWords()
  const required = useRequired()
  const roleName = useRoleName()
  const client = useQueryClient()
  const role = edited === 'new' ? undefined : edited
  const fixed = role?.permissions.includes('*') || !mayManage
  const done = () => {
    close()
    notify(t('saved'))
    void client.invalidateQueries({ queryKey: rolesQuery.queryKey })
  }
  return (
    <FormDrawer<Omit<Role, 'id' | 'code'>>
      open={edited !== undefined}
      onClose={close}
      width={560}
      title={role ? roleName(role) : t('roles.add')}
      readOnly={fixed}
      initial={
        role
          ? { ...role, permissions: role.permissions.includes('*') ? permissions : role.permissions }
          : { permissions: [] }
      }
      submit={({ nameZh, nameEn, permissions: chosen }) => {
        const body = { nameZh, nameEn, permissions: chosen }
        return role
          ? ask(api.PATCH('/v1/roles/{id}', { params: { path: { id: role.id } }, body }))
          : ask(api.POST('/v1/roles', { body }))
      }}
      onDone={done}
      extra={role && !role.code && !fixed && <RemoveRole role={role} done={done} />}
    >
      <div className="ck-form-row">
        <Form.Item name="nameZh" label={t('roles.nameZh')} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('roles.nameEn')} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <Form.Item
        name="permissions"
        label={t('roles.permissions')}
        extra={fixed ? undefined : t('roles.permissionsHint')}
        required
      >
        <PermissionField permissions={permissions} />
      </Form.Item>
    </FormDrawer>
  )
}

function RemoveRole({ role, done }: { role: Role; done: () => void }) {
  const t = useWords()
  const remove = () => ask(api.DELETE('/v1/roles/{id}', { params: { path: { id: role.id } } })).then(done)
  return <ConfirmButton label={t('remove')} question={t('roles.removeSure')} run={remove} />
}

interface PermissionFieldProps {
  permissions: string[]
  value?: string[]
  onChange?: (permissions: string[]) => void
}

/** Permissions by the room that they open. */
function PermissionField({ permissions, value = [], onChange }: PermissionFieldProps) {
  const { nameOf, roomOf } = usePermissionName()
  const rooms = [...new Set(permissions.map((permission) => permission.split('.')[0] ?? ''))]
  const toggle = (permission: string, on: boolean) =>
    onChange?.(on ? [...value, permission] : value.filter((one) => one !== permission))
  return (
    <div className="ck-permissions">
      {rooms.map((room) => (
        <fieldset key={room}>
          <legend>{roomOf(room)}</legend>
          <div>
            {permissions
              .filter((permission) => permission.startsWith(`${room}.`))
              .map((permission) => (
                <Checkbox
                  key={permission}
                  checked={value.includes(permission)}
                  onChange={({ target }) => toggle(permission, target.checked)}
                >
                  {nameOf(permission)}
                </Checkbox>
              ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
