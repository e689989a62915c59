import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { languages } from '../../../parts/LanguageAndTheme.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { Facts } from '../../../parts/RecordHead.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { sessionQuery, useMay } from '../../../parts/session.ts'
import { zones } from '../setup/answers.ts'
import type { Organisation } from '../shapes.ts'
import { useWords } from '../words.ts'
import { UnitTree } from './UnitTree.tsx'
import '../org.css'

export default function OrganisationPage() {
  const t = useWords()
  const mayManage = useMay('org.manage')
  const [open, setOpen] = useState(false)
  const organisation = useQuery({
    queryKey: ['organisation'],
    queryFn: () => ask(api.GET('/v1/organisation')),
  })
  const { data } = organisation
  return (
    <>
      <PageHead title={t('organisation.title')} lead={t('organisation.lead')} />
      <section className="ck-sheet">
        <div className="ck-sheet-line">
          <h2>{data?.name}</h2>
          {mayManage && data && <Button onClick={() => setOpen(true)}>{t('change')}</Button>}
        </div>
        <RefusalAlert failure={organisation.error} retry={() => void organisation.refetch()} />
        <Facts
          facts={[
            { label: t('setup.currency'), value: data?.currency },
            { label: t('setup.zone'), value: data?.zone },
            { label: t('profile.language'), value: languages.find((one) => one.value === data?.language)?.label },
          ]}
        />
      </section>
      <UnitTree />
      {data && <ChangeOrganisation open={open} close={() => setOpen(false)} organisation={data} />}
    </>
  )
}

function ChangeOrganisation({
  open,
  close,
  organisation,
}: {
  open: boolean
  close: () => void
  organisation: Organisation
}) {
  const t = useWords()
  const required = useRequired()
  const client = useQueryClient()
  return (
    <FormDrawer<Omit<Organisation, 'currency'>>
      open={open}
      onClose={close}
      title={t('organisation.title')}
      initial={{ name: organisation.name, zone: organisation.zone, language: organisation.language }}
      submit={(body) => ask(api.PATCH('/v1/organisation', { body }))}
      onDone={() => {
        close()
        notify(t('saved'))
        void client.invalidateQueries({ queryKey: ['organisation'] })
        void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      }}
    >
      <Form.Item name="name" label={t('setup.name')} extra={t('setup.nameHint')} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="zone" label={t('setup.zone')} extra={t('setup.zoneHint')} rules={required}>
        <Select showSearch options={zones().map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="language" label={t('organisation.language')} rules={required}>
        <Select options={languages.map(({ value, label }) => ({ value, label }))} />
      </Form.Item>
    </FormDrawer>
  )
}
