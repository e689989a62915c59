import { CalendarOutlined } from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'

export default pagesOf('today', [
  {
    path: '/today',
    title: { zh: '今日', en: 'Today' },
    menu: { order: 10, icon: CalendarOutlined },
    load: () => import('./TodayPage.tsx'),
  },
])
