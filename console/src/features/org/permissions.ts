import i18next from 'i18next'
import { useWords } from './words.ts'

/** The name of a permission and of the room that it opens; one that has no name yet is shown by its code. */
export function usePermissionName() {
  const t = useWords()
  const known = (key: string) => i18next.exists(key, { ns: 'org' })
  return {
    nameOf: (permission: string) =>
      known(`permission.${permission}`) ? t(`permission.${permission}` as 'permission.org.read') : permission,
    roomOf: (room: string) => (known(`room.${room}`) ? t(`room.${room}` as 'room.org') : room),
  }
}
