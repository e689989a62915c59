import { BookOutlined } from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'

export default pagesOf('charter', [
  {
    path: '/charter',
    title: { zh: '章程', en: 'Charter' },
    needs: 'charter.read',
    menu: { order: 60, icon: BookOutlined },
    load: () => import('./CharterPage.tsx'),
  },
])
