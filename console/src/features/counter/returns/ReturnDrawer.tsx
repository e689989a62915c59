import { Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../parts/session.ts'
import { useCounter } from '../counter.ts'
import type { Purchase } from '../shapes.ts'
import { useWords } from '../words.ts'
import { FindSale } from './FindSale.tsx'
import { SaleReturn } from './SaleReturn.tsx'
import { UnlinkedReturn } from './UnlinkedReturn.tsx'

/** Gives something back: of a sale, by line and quantity, or without its sale for who may. */
export function ReturnDrawer() {
  const t = useWords()
  const { drawer, close } = useCounter()
  return (
    <Drawer
      open={drawer === 'return'}
      onClose={close}
      title={t('act.return')}
      size={640}
      destroyOnHidden
      mask={{ closable: false }}
    >
      <Inside />
    </Drawer>
  )
}

function Inside() {
  const t = useWords()
  const { desk } = useCounter()
  const may = { linked: useMay('purchases.return'), unlinked: useMay('purchases.return_unlinked') }
  const shown = desk.receipt?.purchase
  const [sale, setSale] = useState<Purchase | undefined>(shown?.kind === 'sale' ? shown : undefined)
  const [way, setWay] = useState<'linked' | 'unlinked'>(may.linked ? 'linked' : 'unlinked')
  return (
    <>
      {may.linked && may.unlinked && (
        <Segmented
          className="ck-return-way"
          aria-label={t('return.way')}
          value={way}
          onChange={setWay}
          options={[
            { value: 'linked', label: t('return.linked') },
            { value: 'unlinked', label: t('return.unlinked') },
          ]}
        />
      )}
      {way === 'unlinked' ? (
        <UnlinkedReturn />
      ) : sale ? (
        <SaleReturn key={sale.id} sale={sale} another={() => setSale(undefined)} />
      ) : (
        <FindSale found={setSale} />
      )}
    </>
  )
}
