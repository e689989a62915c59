import { AuditOutlined } from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'

export default pagesOf('audit', [
  {
    path: '/settings/audit',
    title: { zh: '审计日志', en: 'Audit log' },
    needs: 'audit.read',
    menu: { order: 160, icon: AuditOutlined, under: 'settings' },
    load: () => import('./AuditPage.tsx'),
  },
])
