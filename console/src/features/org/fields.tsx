import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useRequired } from '../../parts/form-rules.ts'
import { useRoleName } from './names.ts'
import { rolesQuery, unitsQuery } from './queries.ts'
import { useWords } from './words.ts'

/** Which unit of the tree; indented as the tree is. */
export function UnitField({ name, label, extra }: { name: string; label: string; extra?: string }) {
  const required = useRequired()
  const { data, isPending } = useQuery(unitsQuery)
  const options = data?.items
    .filter((unit) => unit.status === 'open')
    .map((unit) => ({ value: unit.id, label: `${'　'.repeat(unit.path.length - 1)}${unit.name}` }))
  return (
    <Form.Item name={name} label={label} rules={required} {...(extra ? { extra } : {})}>
      <Select showSearch={{ optionFilterProp: 'label' }} loading={isPending} options={options ?? []} />
    </Form.Item>
  )
}

/** Which role. */
export function RoleField({ name }: { name: string }) {
  const t = useWords()
  const required = useRequired()
  const roleName = useRoleName()
  const { data, isPending } = useQuery(rolesQuery)
  const options = data?.items.map((role) => ({ value: role.id, label: roleName(role) }))
  return (
    <Form.Item name={name} label={t('people.role')} rules={required}>
      <Select showSearch={{ optionFilterProp: 'label' }} loading={isPending} options={options ?? []} />
    </Form.Item>
  )
}
