import type { MappingAlgorithm, ThemeConfig } from 'antd'
import { theme } from 'antd'
import { useSyncExternalStore } from 'react'
import { type ThemeChoice, usePreferences } from './preferences.ts'

export type Mode = 'light' | 'dark'

/**
 * Every colour of the console. Pairs that carry text reach 4.5:1, edges of controls 3:1 (WCAG 2.2 AA); the test
 * beside this file computes it, because a shade that looks right on one screen is not proof.
 */
export const palette = {
  light: {
    page: '#f4f6f5',
    surface: '#ffffff',
    raised: '#ffffff',
    text: '#18201d',
    quiet: '#505b57',
    faint: '#626d69',
    line: '#e2e7e5',
    edge: '#7f8a85',
    hover: '#eef2f0',
    accent: '#0b6b5b',
    accentHover: '#085446',
    accentWash: '#e3f1ed',
    accentLine: '#9fcdc1',
    onAccent: '#ffffff',
    success: '#1f7a3d',
    successWash: '#e6f4ea',
    warning: '#8a5a00',
    warningWash: '#fdf3dc',
    danger: '#b42318',
    dangerHover: '#8f1b12',
    dangerWash: '#fdeceb',
  },
  dark: {
    page: '#0f1413',
    surface: '#171d1b',
    raised: '#1f2624',
    text: '#e5ebe8',
    quiet: '#a9b4b0',
    faint: '#94a09b',
    line: '#2a3330',
    edge: '#6b7772',
    hover: '#222a28',
    accent: '#45c0a3',
    accentHover: '#6bd3ba',
    accentWash: '#17352e',
    accentLine: '#2a6658',
    onAccent: '#06231d',
    success: '#5cc982',
    successWash: '#163021',
    warning: '#e3b341',
    warningWash: '#332910',
    danger: '#ff8f85',
    dangerHover: '#ffaca4',
    dangerWash: '#3a1a18',
  },
} satisfies Record<Mode, Record<string, string>>

// Latin letters and figures from the system face, Han from the platform's own: nothing is downloaded.
const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Hiragino Sans GB", ' +
  '"Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif'
const fontFamilyCode = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'

/** antd's tokens for a mode: the one place where the console decides how it looks. */
export function antdTheme(mode: Mode): ThemeConfig {
  const c = palette[mode]
  const colours = coloursOf(c)
  // antd's algorithms shade the seed colours once more, so ours are put back after them.
  const pinned: MappingAlgorithm = (seed, map) => ({ ...(map ?? theme.defaultAlgorithm(seed)), ...colours })
  return {
    algorithm: [mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm, pinned],
    hashed: false,
    cssVar: { prefix: 'ant', key: `ck-${mode}` },
    token: {
      ...colours,
      fontFamily,
      fontFamilyCode,
      fontSize: 14,
      lineHeight: 24 / 14, // Han characters fill their box, so lines need the room that Latin takes from its descenders.
      fontSizeHeading1: 20,
      lineHeightHeading1: 28 / 20,
      fontSizeHeading2: 16,
      lineHeightHeading2: 24 / 16,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 4,
      controlHeight: 32,
      motion: false,
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        primaryColor: c.onAccent,
        dangerColor: c.onAccent,
        fontWeight: 500,
      },
      Table: {
        headerBg: c.surface,
        headerColor: c.quiet,
        headerSplitColor: 'transparent',
        rowHoverBg: c.hover,
        borderColor: c.line,
        cellPaddingBlockSM: 6,
        cellPaddingInlineSM: 12,
      },
      Form: { itemMarginBottom: 24, verticalLabelPadding: '0 0 4px', labelColor: c.text },
      Tabs: { horizontalMargin: '0 0 16px 0', itemColor: c.quiet },
      Tooltip: { colorBgSpotlight: mode === 'dark' ? '#e5ebe8' : '#18201d', colorTextLightSolid: c.raised },
      Tag: { defaultBg: c.hover, defaultColor: c.quiet },
      Drawer: { paddingLG: 24 },
    },
  }
}

function coloursOf(c: Record<keyof (typeof palette)['light'], string>) {
  return {
    colorPrimary: c.accent,
    colorPrimaryHover: c.accentHover,
    colorPrimaryActive: c.accentHover,
    colorPrimaryBg: c.accentWash,
    colorPrimaryBgHover: c.accentWash,
    colorPrimaryBorder: c.accentLine,
    colorPrimaryBorderHover: c.accent,
    colorPrimaryText: c.accent,
    colorPrimaryTextHover: c.accentHover,
    colorPrimaryTextActive: c.accentHover,
    colorLink: c.accent,
    colorLinkHover: c.accentHover,
    colorLinkActive: c.accentHover,
    colorInfo: c.accent,
    colorInfoBg: c.accentWash,
    colorInfoBorder: c.accentLine,
    colorSuccess: c.success,
    colorSuccessText: c.success,
    colorSuccessBg: c.successWash,
    colorSuccessBorder: c.successWash,
    colorWarning: c.warning,
    colorWarningText: c.warning,
    colorWarningBg: c.warningWash,
    colorWarningBorder: c.warningWash,
    colorError: c.danger,
    colorErrorHover: c.dangerHover,
    colorErrorActive: c.dangerHover,
    colorErrorText: c.danger,
    colorErrorTextHover: c.dangerHover,
    colorErrorBg: c.dangerWash,
    colorErrorBgHover: c.dangerWash,
    colorErrorBorder: c.dangerWash,
    colorBgLayout: c.page,
    colorBgContainer: c.surface,
    colorBgElevated: c.raised,
    colorText: c.text,
    colorTextSecondary: c.quiet,
    colorTextTertiary: c.faint,
    colorTextQuaternary: c.faint,
    colorTextPlaceholder: c.faint,
    colorIcon: c.quiet,
    colorBorder: c.edge,
    colorBorderSecondary: c.line,
    colorSplit: c.line,
  }
}

/** Puts the palette on the page as `--ck-…`, for the console's own styles. */
export function paint(mode: Mode): void {
  const root = document.documentElement
  root.dataset['theme'] = mode
  for (const [name, colour] of Object.entries(palette[mode])) {
    root.style.setProperty(`--ck-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour)
  }
}

const dark = typeof matchMedia === 'undefined' ? undefined : matchMedia('(prefers-color-scheme: dark)')
const followSystem = (listener: () => void) => {
  dark?.addEventListener('change', listener)
  return () => dark?.removeEventListener('change', listener)
}

const modeOf = (choice: ThemeChoice, systemIsDark: boolean): Mode =>
  choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice

/** Light or dark, as the person chose or as the system says at this moment. */
export function useMode(): Mode {
  const systemIsDark = useSyncExternalStore(followSystem, () => dark?.matches ?? false)
  return modeOf(usePreferences().theme, systemIsDark)
}
