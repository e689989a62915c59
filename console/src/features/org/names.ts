import { usePreferences } from '../../parts/preferences.ts'

/** A role's name in the language of the moment. */
export function useRoleName(): (role: { nameZh: string; nameEn: string }) => string {
  const { language } = usePreferences()
  return (role) => (language === 'zh' ? role.nameZh : role.nameEn)
}

/** The name of the role in a grant or key. */
export function useGrantName(): (grant: { roleNameZh: string; roleNameEn: string }) => string {
  const { language } = usePreferences()
  return (grant) => (language === 'zh' ? grant.roleNameZh : grant.roleNameEn)
}
