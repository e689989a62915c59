import type { Schemas } from '../../parts/api.ts'

export type Status = Schemas['BackupStatus']
export type Backup = Schemas['Backup']
export type Job = Schemas['BackupJob']
export type Certificate = Schemas['RestoreCertificate']
