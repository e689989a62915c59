import { ImportOutlined } from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'

export default pagesOf('imports', [
  {
    path: '/imports',
    title: { zh: '导入', en: 'Import' },
    needs: 'imports.run',
    menu: { order: 50, icon: ImportOutlined },
    load: () => import('./ImportsPage.tsx'),
  },
  {
    path: '/imports/$importId',
    title: { zh: '导入', en: 'Import' },
    needs: 'imports.run',
    load: () => import('./record/ImportPage.tsx'),
  },
])
