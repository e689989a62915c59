import { TeamOutlined } from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'
import { memberFinder } from './finder.ts'

export default pagesOf(
  'members',
  [
    {
      path: '/members',
      title: { zh: '会员', en: 'Members' },
      needs: 'members.read',
      menu: { order: 30, icon: TeamOutlined },
      load: () => import('./MembersPage.tsx'),
    },
  ],
  [memberFinder],
)
