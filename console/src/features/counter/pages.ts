import { ShoppingCartOutlined } from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'

export default pagesOf('counter', [
  {
    path: '/counter',
    title: { zh: '收银台', en: 'Counter' },
    needs: 'purchases.record',
    menu: { order: 20, icon: ShoppingCartOutlined },
    load: () => import('./CounterPage.tsx'),
  },
])
