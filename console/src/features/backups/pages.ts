import { SaveOutlined } from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'

export default pagesOf('backups', [
  {
    path: '/settings/backups',
    title: { zh: '备份', en: 'Backup' },
    needs: 'backups.read',
    menu: { order: 155, icon: SaveOutlined, under: 'settings' },
    load: () => import('./BackupsPage.tsx'),
  },
])
