import { Radio } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { chooseLanguage, languages } from '../../../parts/LanguageAndTheme.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { type Preferences, prefer, type ThemeChoice, usePreferences } from '../../../parts/preferences.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useSession } from '../../../parts/session.ts'
import { useWords } from '../words.ts'
import { PasswordSection } from './PasswordSection.tsx'
import { SecondFactorSection } from './SecondFactorSection.tsx'
import { SessionsSection } from './SessionsSection.tsx'
import '../org.css'

const themes: ThemeChoice[] = ['system', 'light', 'dark']

export default function ProfilePage() {
  const t = useWords()
  const { person } = useSession()
  return (
    <div className="ck-narrow">
      <PageHead title={t('profile.title')} lead={person.name} />
      <LookSection />
      <PasswordSection />
      <SecondFactorSection />
      <SessionsSection />
    </div>
  )
}

/** Language and theme, here at once and kept with the person for every other browser. */
function LookSection() {
  const t = useWords()
  const { language, theme } = usePreferences()
  const [failure, setFailure] = useState<unknown>()
  const save = (change: Partial<Preferences>) => {
    setFailure(undefined)
    ask(api.PATCH('/v1/profile', { body: change })).catch(setFailure)
  }
  return (
    <section className="ck-sheet">
      <h2>{t('profile.look')}</h2>
      <RefusalAlert failure={failure} />
      <dl className="ck-pairs">
        <div>
          <dt id="profile-language">{t('profile.language')}</dt>
          <dd>
            <Radio.Group
              aria-labelledby="profile-language"
              optionType="button"
              value={language}
              options={languages.map(({ value, label }) => ({ value, label }))}
              onChange={({ target }) => void chooseLanguage(target.value).then(() => save({ language: target.value }))}
            />
          </dd>
        </div>
        <div>
          <dt id="profile-theme">{t('profile.theme')}</dt>
          <dd>
            <Radio.Group
              aria-labelledby="profile-theme"
              optionType="button"
              value={theme}
              options={themes.map((value) => ({ value, label: t(`profile.${value}`) }))}
              onChange={({ target }) => {
                prefer({ theme: target.value })
                save({ theme: target.value })
              }}
            />
          </dd>
        </div>
      </dl>
    </section>
  )
}
