import { Link } from '@tanstack/react-router'
import type { MemberShown } from './shapes.ts'
import { useWords } from './words.ts'

/** Whose purchase it is, as a link to the record of a member within reach; a walk-in is nobody's, and a member of another store is only named. */
export function MemberCell({ memberId, member }: { memberId: string | null; member: MemberShown }) {
  const t = useWords()
  if (memberId === null) return <span className="ck-quiet">{t('walkIn')}</span>
  if (!member) return <span className="ck-quiet">{t('member')}</span>
  const face = (
    <>
      {member.name || t('nameless')} {member.number && <span className="ck-quiet ck-code">{member.number}</span>}
    </>
  )
  return member.outside ? <span title={t('otherStore')}>{face}</span> : <Link to={`/members/${memberId}`}>{face}</Link>
}
