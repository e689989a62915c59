import { FileTextOutlined } from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'

export default pagesOf('purchases', [
  {
    path: '/purchases',
    title: { zh: '消费', en: 'Purchases' },
    needs: 'purchases.read',
    menu: { order: 40, icon: FileTextOutlined },
    load: () => import('./PurchasesPage.tsx'),
  },
])
