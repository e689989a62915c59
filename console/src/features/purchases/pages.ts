import { ClockCircleOutlined, FileTextOutlined } from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'
import { receiptFinder } from './finder.ts'

export default pagesOf(
  'purchases',
  [
    {
      path: '/purchases',
      title: { zh: '消费', en: 'Purchases' },
      needs: 'purchases.read',
      menu: { order: 40, icon: FileTextOutlined },
      load: () => import('./PurchasesPage.tsx'),
    },
    {
      path: '/purchases/$purchaseId',
      title: { zh: '消费', en: 'Purchase' },
      needs: 'purchases.read',
      load: () => import('./record/PurchasePage.tsx'),
    },
    {
      path: '/shifts',
      title: { zh: '班次', en: 'Shifts' },
      needs: 'shifts.read',
      menu: { order: 42, icon: ClockCircleOutlined },
      load: () => import('./shifts/ShiftsPage.tsx'),
    },
    {
      path: '/shifts/$shiftId',
      title: { zh: '班次', en: 'Shift' },
      needs: 'shifts.read',
      load: () => import('./shifts/ShiftPage.tsx'),
    },
  ],
  [receiptFinder],
)
