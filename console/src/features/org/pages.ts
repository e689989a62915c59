import {
  ApartmentOutlined,
  IdcardOutlined,
  KeyOutlined,
  SafetyOutlined,
  ShopOutlined,
  SolutionOutlined,
} from '@ant-design/icons'
import { pagesOf } from '../../parts/pages.ts'

export default pagesOf('org', [
  {
    path: '/sign-in',
    title: { zh: '登录', en: 'Sign in' },
    frame: 'bare',
    load: () => import('./SignInPage.tsx'),
  },
  {
    path: '/welcome',
    title: { zh: '欢迎加入', en: 'Welcome' },
    frame: 'bare',
    load: () => import('./WelcomePage.tsx'),
  },
  {
    path: '/setup',
    title: { zh: '首次使用', en: 'First visit' },
    frame: 'bare',
    load: () => import('./setup/SetupPage.tsx'),
  },
  {
    path: '/profile',
    title: { zh: '个人设置', en: 'Your settings' },
    load: () => import('./profile/ProfilePage.tsx'),
  },
  {
    path: '/settings/organisation',
    title: { zh: '组织', en: 'Organisation' },
    needs: 'org.read',
    menu: { order: 110, icon: ApartmentOutlined, under: 'settings' },
    load: () => import('./settings/OrganisationPage.tsx'),
  },
  {
    path: '/settings/people',
    title: { zh: '员工', en: 'People' },
    needs: 'people.read',
    menu: { order: 120, icon: IdcardOutlined, under: 'settings' },
    load: () => import('./people/PeoplePage.tsx'),
  },
  {
    path: '/settings/people/$personId',
    title: { zh: '员工', en: 'Person' },
    needs: 'people.read',
    load: () => import('./people/PersonPage.tsx'),
  },
  {
    path: '/settings/posts',
    title: { zh: '岗位', en: 'Posts' },
    needs: 'org.read',
    menu: { order: 125, icon: SolutionOutlined, under: 'settings' },
    load: () => import('./posts/PostsPage.tsx'),
  },
  {
    path: '/settings/posts/$postId',
    title: { zh: '岗位', en: 'Post' },
    needs: 'org.read',
    load: () => import('./posts/PostPage.tsx'),
  },
  {
    path: '/settings/roles',
    title: { zh: '角色', en: 'Roles' },
    needs: 'org.read',
    menu: { order: 130, icon: SafetyOutlined, under: 'settings' },
    load: () => import('./settings/RolesPage.tsx'),
  },
  {
    path: '/settings/stores',
    title: { zh: '门店与收银台', en: 'Stores and tills' },
    needs: 'org.read',
    menu: { order: 140, icon: ShopOutlined, under: 'settings' },
    load: () => import('./settings/StoresPage.tsx'),
  },
  {
    path: '/settings/keys',
    title: { zh: '接口密钥', en: 'API keys' },
    needs: 'keys.manage',
    menu: { order: 150, icon: KeyOutlined, under: 'settings' },
    load: () => import('./settings/KeysPage.tsx'),
  },
])
