import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { firstOf, useAddress } from './address.ts'

interface Tab {
  key: string
  label: ReactNode
  children: ReactNode
}

/** Tabs whose choice stands in the address (`?tab=`); a tab that is not shown is not loaded. */
export function AddressTabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  const [address, change] = useAddress()
  const asked = firstOf(address['tab'])
  const active = tabs.find((tab) => tab.key === asked)?.key ?? tabs[0]?.key
  return (
    <Tabs
      aria-label={label}
      {...(active === undefined ? {} : { activeKey: active })}
      onChange={(key) => change({ tab: key === tabs[0]?.key ? undefined : key })}
      items={tabs}
      destroyOnHidden
    />
  )
}
