import { TagsOutlined } from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'

export default pagesOf('catalog', [
  {
    path: '/catalog',
    title: { zh: '商品', en: 'Products' },
    needs: 'catalog.read',
    menu: { order: 45, icon: TagsOutlined },
    load: () => import('./ProductsPage.tsx'),
  },
  {
    path: '/catalog/$productId',
    title: { zh: '商品', en: 'Product' },
    needs: 'catalog.read',
    load: () => import('./ProductPage.tsx'),
  },
])
