import { DesktopOutlined, GlobalOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Disclosure } from './Disclosure.tsx'
import { usePartWords } from './own-words.ts'
import { type Language, prefer, type ThemeChoice, usePreferences } from './preferences.ts'
import { speak } from './words.ts'

/** Each language says its own name, so that nobody has to read a foreign one to find theirs. */
export const languages: { value: Language; label: string; lang: string }[] = [
  { value: 'zh', label: '中文', lang: 'zh-CN' },
  { value: 'en', label: 'English', lang: 'en' },
]

/** Changes the language of the console, words first. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language)
  prefer({ language })
}

/** The switch between the languages; there are two, so one press is enough. */
export function LanguageSwitch({ onChange }: { onChange?: (language: Language) => void }) {
  const { language } = usePreferences()
  const other = languages.find((one) => one.value !== language)
  if (!other) return null
  const change = () => void chooseLanguage(other.value).then(() => onChange?.(other.value))
  return (
    <button type="button" className="ck-head-button" lang={other.lang} onClick={change}>
      <GlobalOutlined aria-hidden /> {other.label}
    </button>
  )
}

const icons = { light: SunOutlined, dark: MoonOutlined, system: DesktopOutlined }
const choices: ThemeChoice[] = ['light', 'dark', 'system']

/** Light, dark, or as the system says. */
export function ThemeSwitch({ onChange }: { onChange?: (theme: ThemeChoice) => void }) {
  const t = usePartWords()
  const { theme } = usePreferences()
  const Icon = icons[theme]
  return (
    <Disclosure label={t('theme.choose')} face={<Icon aria-hidden />}>
      {(close) => (
        <ul className="ck-menu-list">
          {choices.map((choice) => {
            const ChoiceIcon = icons[choice]
            return (
              <li key={choice}>
                <button
                  type="button"
                  aria-pressed={choice === theme}
                  onClick={() => {
                    prefer({ theme: choice })
                    onChange?.(choice)
                    close()
                  }}
                >
                  <ChoiceIcon aria-hidden /> {t(`theme.${choice}`)}
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </Disclosure>
  )
}
