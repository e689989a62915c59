import { Button } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { useMay } from '../../../parts/session.ts'
import { RoleField, UnitField } from '../fields.tsx'
import { useGrantName } from '../names.ts'
import type { Grant, Person } from '../shapes.ts'
import { useWords } from '../words.ts'

/** What a person may do where. */
export function GrantsTab({ person, changed }: { person: Person; changed: () => void }) {
  const t = useWords()
  const mayManage = useMay('people.manage')
  const roleName = useGrantName()
  const [granting, setGranting] = useState(false)
  const revoke = (grant: Grant) => {
    const path = { id: person.id, grantId: grant.id }
    return ask(api.DELETE('/v1/people/{id}/grants/{grantId}', { params: { path } })).then(changed)
  }
  const columns: Column<Grant>[] = [
    { key: 'role', title: t('people.role'), render: roleName },
    { key: 'unit', title: t('people.unit'), render: (grant) => grant.unitName },
    {
      key: 'revoke',
      title: t('action'),
      render: (grant) =>
        mayManage && (
          <ConfirmButton
            size="small"
            label={t('remove')}
            longLabel={t('people.revokeOne', { role: roleName(grant), unit: grant.unitName })}
            question={t('people.revokeSure')}
            run={() => revoke(grant)}
          />
        ),
    },
  ]
  return (
    <section className="ck-sheet">
      <div className="ck-sheet-line">
        <h2>{t('people.rolesLead')}</h2>
        {mayManage && (
          <Button type="primary" onClick={() => setGranting(true)}>
            {t('people.grant')}
          </Button>
        )}
      </div>
      <RowTable label={t('people.roles')} columns={columns} rows={person.grants} rowKey={(grant) => grant.id} />
      <FormDrawer<{ roleId: string; unitId: string }>
        open={granting}
        onClose={() => setGranting(false)}
        title={t('people.grant')}
        submit={(body) => ask(api.POST('/v1/people/{id}/grants', { params: { path: { id: person.id } }, body }))}
        onDone={() => {
          setGranting(false)
          changed()
          notify(t('saved'))
        }}
      >
        <RoleField name="roleId" />
        <UnitField name="unitId" label={t('people.unit')} extra={t('people.unitHint')} />
      </FormDrawer>
    </section>
  )
}
