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
    {
      path: '/members/$memberId',
      title: { zh: '会员', en: 'Member' },
      needs: 'members.read',
      load: () => import('./record/MemberPage.tsx'),
    },
  ],
  [memberFinder],
)
