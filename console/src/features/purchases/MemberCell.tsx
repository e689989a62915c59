import { Link } from '@tanstack/react-router'
import { useMember } from './names.ts'
import { useWords } from './words.ts'

/** Whose purchase it is, as a link to the record; a walk-in is nobody's. */
export function MemberCell({ memberId }: { memberId: string | null }) {
  const t = useWords()
  const member = useMember(memberId)
  if (memberId === null) return <span className="ck-quiet">{t('walkIn')}</span>
  return <Link to={`/members/${memberId}`}>{member ? member.name || member.number : t('member')}</Link>
}
