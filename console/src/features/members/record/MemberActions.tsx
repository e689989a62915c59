import { DownOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Disclosure } from '../../../parts/Disclosure.tsx'
import { useMay } from '../../../parts/session.ts'
import type { Member } from '../shapes.ts'
import { useWords } from '../words.ts'
import { AdjustDrawer } from './AdjustDrawer.tsx'
import { EditDrawer } from './EditDrawer.tsx'
import { StatusDrawer } from './StatusDrawer.tsx'
import { TagsDrawer } from './TagsDrawer.tsx'
import { TopUpDrawer } from './TopUpDrawer.tsx'

type Action = 'edit' | 'tags' | 'status' | 'adjust' | 'topup'

/** What may be done with a member: only what the person may, and nothing that a closed membership cannot take. */
export function MemberActions({ member, changed }: { member: Member; changed: () => void }) {
  const t = useWords()
  const mayWrite = useMay('members.write')
  const mayAdjust = useMay('points.adjust')
  const mayTopUp = useMay('wallets.topup')
  const [doing, setDoing] = useState<Action>()
  const open = member.status === 'active'
  const further: { key: Action; label: string; danger?: boolean }[] = [
    ...(mayAdjust && open ? [{ key: 'adjust' as const, label: t('adjust.title') }] : []),
    ...(mayWrite ? [{ key: 'tags' as const, label: t('tags.title') }] : []),
    ...(mayWrite ? [{ key: 'status' as const, label: t(open ? 'status.close' : 'status.reopen'), danger: open }] : []),
  ]
  const drawer = { member, close: () => setDoing(undefined), changed }
  return (
    <>
      {further.length > 0 && (
        <Disclosure
          label={t('actions')}
          buttonClass="ck-bar-button"
          face={
            <>
              {t('actions')} <DownOutlined aria-hidden />
            </>
          }
        >
          {(close) => (
            <ul className="ck-menu-list">
              {further.map(({ key, label, danger }) => (
                <li key={key}>
                  <button
                    type="button"
                    className={danger ? 'ck-danger' : undefined}
                    onClick={() => {
                      close()
                      setDoing(key)
                    }}
                  >
                    {label}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
      {mayWrite && <Button onClick={() => setDoing('edit')}>{t('edit')}</Button>}
      {mayTopUp && open && (
        <Button type="primary" onClick={() => setDoing('topup')}>
          {t('topup.do')}
        </Button>
      )}
      <EditDrawer {...drawer} open={doing === 'edit'} />
      <TagsDrawer {...drawer} open={doing === 'tags'} />
      <StatusDrawer {...drawer} open={doing === 'status'} />
      <AdjustDrawer {...drawer} open={doing === 'adjust'} />
      <TopUpDrawer {...drawer} open={doing === 'topup'} />
    </>
  )
}
