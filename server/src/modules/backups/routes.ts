import { z } from 'zod'
import type { Row } from '#kernel/http.ts'
import { command, many, query } from '#kernel/http.ts'
import { CertificateList, CertificatePage, Job, Status } from './contract.ts'
import * as backups from './service.ts'

export const routes: Row[] = [
  many({
    name: 'readBackups',
    path: 'GET /v1/backups',
    summary: 'Which backups there are, how much could be lost right now, and whether a restore was proven.',
    may: 'backups.read',
    input: z.object({}),
    output: Status,
    refuses: ['org.not_set_up'],
    run: backups.readBackups,
  }),
  query({
    name: 'listRestoreCertificates',
    path: 'GET /v1/backups/certificates',
    summary: 'Every restore that was tried and what it found, the newest first.',
    may: 'backups.read',
    input: CertificatePage,
    output: CertificateList,
    run: backups.listCertificates,
  }),
  command({
    name: 'makeBackup',
    path: 'POST /v1/backups',
    summary: 'Puts a backup in line; a worker makes it.',
    may: 'backups.run',
    input: z.object({}),
    output: Job,
    refuses: ['backups.not_configured', 'backups.busy', 'backups.needs_whole_house'],
    trail: (_, { id }) => ({ subjectId: id }),
    run: (tx, _, who) => backups.makeBackup(tx, who),
  }),
  command({
    name: 'proveBackup',
    path: 'POST /v1/backups/drills',
    summary: 'Puts a drill in line: the newest backup is restored beside the house, looked through and thrown away.',
    may: 'backups.run',
    input: z.object({}),
    output: Job,
    refuses: [
      'backups.not_configured',
      'backups.drill_impossible',
      'backups.nothing_to_prove',
      'backups.busy',
      'backups.needs_whole_house',
    ],
    trail: (_, { id }) => ({ subjectId: id }),
    run: (tx, _, who) => backups.proveBackup(tx, who),
  }),
]
