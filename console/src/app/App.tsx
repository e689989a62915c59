import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale'
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { nonce } from '../parts/nonce.ts'
import { type Language, localeOf, usePreferences } from '../parts/preferences.ts'
import { antdTheme, paint, useMode } from '../parts/theme.ts'
import type { buildRouter } from './router.tsx'

// One object: a new one would draw everything again.
const csp = { nonce }

const locales: Record<Language, () => Promise<{ default: Locale }>> = {
  zh: () => import('antd/es/locale/zh_CN'),
  en: () => import('antd/es/locale/en_US'),
}

/** Without the names that antd's calendar gives to its year and month: they hide what stands on the buttons (WCAG 2.5.3). */
function named(locale: Locale): Locale {
  const { DatePicker } = locale
  if (!DatePicker) return locale
  const lang = { ...DatePicker.lang, yearSelect: '', monthSelect: '', decadeSelect: '' }
  return { ...locale, DatePicker: { ...DatePicker, lang } }
}

/** antd's own words; they arrive a moment after ours and are first needed by a calendar or an empty list. */
function useAntdLocale(language: Language): Locale | undefined {
  const [locale, setLocale] = useState<Locale>()
  useEffect(() => {
    let current = true
    void locales[language]().then((module) => current && setLocale(named(module.default)))
    return () => {
      current = false
    }
  }, [language])
  return locale
}

/** Popups stay inside the page, drawer or dialog that they belong to, so that landmarks and the focus trap hold them. */
function popupHome(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest<HTMLElement>('dialog, .ant-drawer-body, #page') ?? document.body
}

/** The whole console: theme and language around the pages. */
export function App({ client, router }: { client: QueryClient; router: ReturnType<typeof buildRouter> }) {
  const mode = useMode()
  const { language } = usePreferences()
  const locale = useAntdLocale(language)
  const theme = useMemo(() => antdTheme(mode), [mode])
  useLayoutEffect(() => paint(mode), [mode])
  useLayoutEffect(() => {
    document.documentElement.lang = localeOf(language)
  }, [language])
  return (
    <ConfigProvider
      theme={theme}
      csp={csp}
      wave={{ disabled: true }}
      getPopupContainer={popupHome}
      button={{ autoInsertSpace: false }}
      drawer={{ focusable: { trap: true } }}
      {...(locale ? { locale } : {})}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}
