import { pagesOf } from '../../parts/pages.ts'

export default pagesOf('org', [
  {
    path: '/sign-in',
    title: { zh: '登录', en: 'Sign in' },
    frame: 'bare',
    load: () => import('./SignInPage.tsx'),
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
])
