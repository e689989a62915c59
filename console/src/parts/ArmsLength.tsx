import { ConfigProvider } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { antdTheme, useMode } from './theme.ts'

/** Makes everything inside readable at arm's length, and large enough for a finger: the counter. */
export function ArmsLength({ children }: { children: ReactNode }) {
  const mode = useMode()
  const theme = useMemo(() => {
    const { token, ...rest } = antdTheme(mode)
    return {
      ...rest,
      cssVar: { prefix: 'ant', key: `ck-${mode}-arms` },
      token: { ...token, fontSize: 18, fontSizeLG: 20, lineHeight: 28 / 18, controlHeight: 44, controlHeightLG: 52 },
    }
  }, [mode])
  return (
    <ConfigProvider theme={theme} componentSize="large">
      <div className="ck-arms-length">{children}</div>
    </ConfigProvider>
  )
}
