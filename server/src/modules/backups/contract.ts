import { z } from 'zod'
import { Id, listOf, Moment, Page } from '#kernel/fields.ts'
import { refusals } from '#kernel/refusal.ts'

export const refuse = refusals({
  'backups.not_configured': 409,
  'backups.drill_impossible': 409,
  'backups.nothing_to_prove': 409,
  'backups.busy': 409,
  'backups.needs_whole_house': 403,
})

export const Kind = z.enum(['physical', 'logical']).meta({
  description: '`physical`: the files of the embedded server and everything written since. `logical`: the rows.',
})

export const Backup = z
  .object({
    id: z.string(),
    kind: Kind,
    startedAt: Moment,
    endedAt: Moment,
    bytes: z.int().meta({ description: 'As it lies in the folder, packed and encrypted.' }),
    sound: z.boolean().nullable().meta({ description: 'Whether its last check held; null when it was not checked.' }),
  })
  .meta({ id: 'Backup' })
export type Backup = z.infer<typeof Backup>

export const Job = z
  .object({
    id: Id,
    kind: z.enum(['backup', 'drill']),
    askedAt: Moment,
    askedBy: z.string(),
    begunAt: Moment.nullable(),
    endedAt: Moment.nullable(),
    step: z
      .enum(['waiting', 'copying', 'catching_up', 'restoring', 'starting', 'verifying', 'done', 'failed'])
      .meta({ description: 'Where it is.' }),
    doneBytes: z.int().meta({ description: 'How much of it was written so far; 0 where it is not counted.' }),
    fault: z.string().nullable().meta({ description: 'Why it failed, as the server says it, in English.' }),
  })
  .meta({ id: 'BackupJob' })
export type Job = z.infer<typeof Job>

export const Compared = z.object({
  what: z.string().meta({ description: 'A table, or the chain of seals over one.' }),
  count: z.int().meta({ description: 'Rows.' }),
  same: z.boolean(),
})
export type Compared = z.infer<typeof Compared>

export const Certificate = z
  .object({
    id: Id,
    madeAt: Moment,
    kind: Kind,
    backupId: z.string().nullable(),
    reachedAt: Moment.nullable().meta({ description: 'The moment that came back; null when none did.' }),
    startedAt: Moment,
    endedAt: Moment,
    bytes: z.int().meta({ description: 'Size of the backup as it lies in the folder.' }),
    tables: z.int(),
    rows: z.int(),
    digest: z.string().nullable().meta({ description: 'Of the books as they came back.' }),
    compared: z.array(Compared).meta({ description: 'What was held against the living house or the manifest.' }),
    faultCount: z.int(),
    faults: z.array(z.string()).meta({ description: 'The first hundred, as `changke verify` says them.' }),
    version: z.string(),
    machine: z.string(),
  })
  .meta({ id: 'RestoreCertificate' })
export type Certificate = z.infer<typeof Certificate>

export const CertificateList = listOf(Certificate)
export const CertificatePage = z.object(Page)

export const Status = z
  .object({
    mode: Kind.nullable().meta({ description: 'null: CHANGKE_BACKUPS is not set, and nothing is backed up.' }),
    embedded: z.boolean().meta({ description: 'Whether the house runs on the embedded PostgreSQL.' }),
    folder: z.string().nullable(),
    keepDays: z.int(),
    slot: z
      .enum(['ok', 'lost', 'none'])
      .meta({ description: 'Whether what is written is kept until it has been copied. `none` for logical backups.' }),
    walUntil: z
      .string()
      .nullable()
      .meta({ description: 'Everything committed until this moment can be restored (ISO 8601).' }),
    behindS: z
      .int()
      .nullable()
      .meta({ description: 'Seconds of work that would be lost if the machine were lost now.' }),
    bases: z.array(Backup).meta({ description: 'The newest first.' }),
    drill: z.object({
      possible: z.boolean(),
      lacks: z.enum(['database', 'backup']).nullable().meta({
        description: '`database`: a logical copy is proven in an empty database of CHANGKE_DRILL_DATABASE_URL.',
      }),
    }),
    job: Job.nullable().meta({ description: 'What waits or runs.' }),
    lastJobs: z.array(Job).meta({ description: 'The last backup and the last drill that ended.' }),
    lastCertificate: Certificate.nullable(),
    trouble: z.string().nullable().meta({ description: 'Why the folder could not be read, in the server’s words.' }),
    nextBackupAt: Moment.nullable(),
    nextDrillAt: Moment.nullable(),
  })
  .meta({ id: 'BackupStatus' })
export type Status = z.infer<typeof Status>
