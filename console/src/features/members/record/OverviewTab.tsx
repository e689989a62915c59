import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { type ReactNode, useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { MaskedValue } from '../../../parts/MaskedValue.tsx'
import { Day, Moment, Nothing } from '../../../parts/Moment.tsx'
import { usePreferences } from '../../../parts/preferences.ts'
import { useStoreName } from '../../../parts/programme.ts'
import { Facts } from '../../../parts/RecordHead.tsx'
import { useMay } from '../../../parts/session.ts'
import { useBirthday } from '../birthdays.ts'
import { fieldsQuery } from '../queries.ts'
import { type ConsentChannel, channels, type Field, type Member, type Secret } from '../shapes.ts'
import { useChannelName, useFieldName } from '../use-field-name.ts'
import { useWords } from '../words.ts'
import { ConsentDrawer } from './ConsentDrawer.tsx'

/** What the archive knows: how complete it is, how the member is reached, what they agreed to. */
export function OverviewTab({ member, changed }: { member: Member; changed: () => void }) {
  const t = useWords()
  return (
    <>
      <Completeness member={member} />
      <Contact member={member} />
      <About member={member} />
      <Own member={member} />
      <Consents member={member} changed={changed} />
      {member.remark && (
        <section className="ck-sheet">
          <h2>{t('field.remark')}</h2>
          <p className="ck-prose">{member.remark}</p>
        </section>
      )}
    </>
  )
}

function Completeness({ member }: { member: Member }) {
  const t = useWords()
  const fieldName = useFieldName()
  const { percent, missing } = member.completeness
  if (missing.length === 0) return null
  return (
    <section className="ck-sheet ck-completeness">
      <h2>{t('completeness.title', { percent })}</h2>
      <Progress percent={percent} showInfo={false} size="small" aria-label={t('field.percent')} />
      <p className="ck-quiet">{t('completeness.missing', { what: missing.map(fieldName).join(t('list.join')) })}</p>
    </section>
  )
}

function Contact({ member }: { member: Member }) {
  const t = useWords()
  const mayReveal = useMay('members.reveal')
  const secret = (field: Secret) => {
    const label = t(`field.${field}`)
    const masked = member[field]
    const reveal = (reason: string) =>
      ask(
        api.POST('/v1/members/{id}/reveal', { params: { path: { id: member.memberId } }, body: { field, reason } }),
      ).then(({ value }) => value ?? '')
    return {
      label,
      value: member.lost.includes(field) ? (
        <span className="ck-danger">{t('lost')}</span>
      ) : masked ? (
        <MaskedValue masked={masked} label={label} reveal={mayReveal ? reveal : undefined} />
      ) : (
        <Nothing />
      ),
    }
  }
  return (
    <section className="ck-sheet">
      <h2>{t('contact')}</h2>
      <Facts facts={(['phone', 'email', 'idNumber', 'address'] as const).map(secret)} />
    </section>
  )
}

function About({ member }: { member: Member }) {
  const t = useWords()
  const birthday = useBirthday()
  const storeName = useStoreName()
  const channelName = useChannelName()
  const facts: { label: string; value: ReactNode }[] = [
    { label: t('field.number'), value: <span className="ck-code">{member.number}</span> },
    { label: t('field.homeStore'), value: storeName(member.homeStore) ?? <Nothing /> },
    { label: t('field.joinedOn'), value: <Day value={member.joinedOn} /> },
    { label: t('field.gender'), value: member.gender ? t(`gender.${member.gender}`) : <Nothing /> },
    { label: t('field.birthday'), value: member.birthday ? birthday(member.birthday) : <Nothing /> },
    { label: t('field.channel'), value: member.channel ? channelName(member.channel) : <Nothing /> },
    { label: t('field.recruiter'), value: <Recruiter id={member.recruiter} /> },
    { label: t('field.kind'), value: t(`kind.${member.kind}`) },
    { label: t('field.updatedAt'), value: <Moment value={member.updatedAt} /> },
  ]
  return (
    <section className="ck-sheet">
      <h2>{t('about')}</h2>
      <Facts facts={facts} />
    </section>
  )
}

function Recruiter({ id }: { id: string | null }) {
  const t = useWords()
  const may = useMay('people.read')
  const { data } = useQuery({
    queryKey: ['person-name', id],
    enabled: may && id !== null,
    staleTime: 5 * 60_000,
    queryFn: () => ask(api.GET('/v1/people/{id}', { params: { path: { id: id ?? '' } } })),
  })
  if (!id) return <Nothing />
  return data ? data.name : t('staff')
}

function Own({ member }: { member: Member }) {
  const t = useWords()
  const { language } = usePreferences()
  const { data = [] } = useQuery(fieldsQuery)
  const shown = data.filter((field) => !field.retired || !isNothing(member.custom[field.key]))
  if (shown.length === 0) return null
  return (
    <section className="ck-sheet">
      <h2>{t('own')}</h2>
      <Facts
        facts={shown.map((field) => ({
          label: language === 'zh' ? field.labelZh : field.labelEn,
          value: <OwnValue field={field} member={member} />,
        }))}
      />
    </section>
  )
}

const isNothing = (value: unknown) => value === undefined || value === null || value === ''

function OwnValue({ field, member }: { field: Field; member: Member }) {
  const t = useWords()
  const value = member.custom[field.key]
  if (isNothing(value)) return <Nothing />
  if (field.type === 'day') return <Day value={String(value)} />
  if (field.type === 'yesno') return value ? t('yes') : t('no')
  return String(value)
}

function Consents({ member, changed }: { member: Member; changed: () => void }) {
  const t = useWords()
  const mayWrite = useMay('members.write')
  const [deciding, setDeciding] = useState<ConsentChannel>()
  return (
    <section className="ck-sheet">
      <h2>{t('consents.title')}</h2>
      <ul className="ck-consents">
        {channels.map((channel) => {
          const consent = member.consents.find((one) => one.channel === channel)
          return (
            <li key={channel}>
              <strong>{t(`consent.${channel}`)}</strong>
              <span>{consent ? (consent.given ? t('consents.given') : t('consents.taken')) : t('consents.never')}</span>
              <span className="ck-quiet">
                {consent && (
                  <>
                    {consent.source} · <Moment value={consent.decidedAt} />
                  </>
                )}
              </span>
              {mayWrite && (
                <Button
                  size="small"
                  onClick={() => setDeciding(channel)}
                  aria-label={t('consents.changeOne', { channel: t(`consent.${channel}`) })}
                >
                  {t('consents.change')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <ConsentDrawer member={member} channel={deciding} close={() => setDeciding(undefined)} changed={changed} />
    </section>
  )
}
