import { placeOf } from '#kernel/backup/index.ts'
import type { Settings } from '#kernel/settings.ts'
import type { Equipment } from '#modules/backups/index.ts'
import { logicalEngine } from './logical.ts'
import { physicalEngine } from './physical.ts'

/** What backs this house up, by its settings: its files when it runs on the embedded server, its rows when on one's own; or nothing. */
export function openEquipment(settings: Settings, { ownerUrl }: { ownerUrl: string }): Equipment {
  const embedded = settings.database === undefined
  const place = placeOf(settings)
  if (!place) return { mode: null, embedded }
  const { days, drillUrl } = settings.backups
  return embedded ? physicalEngine(settings, place, days) : logicalEngine({ place, keepDays: days, ownerUrl, drillUrl })
}
