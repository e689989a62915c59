import { ImportOutlined } from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'

export default pagesOf('imports', [
  {
    path: '/imports',
    title: { zh: '导入导出', en: 'Import and export' },
    needs: ['imports.run', 'exports.run'],
    menu: { order: 50, icon: ImportOutlined },
    load: () => import('./ImportsPage.tsx'),
  },
])
