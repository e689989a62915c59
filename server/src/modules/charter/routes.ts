import { z } from 'zod'
import { listOf } from '#kernel/fields.ts'
import { command, query } from '#kernel/http.ts'
import { CharterId, PublishInput, Version, VersionHead, VersionsPage } from './contract.ts'
import { listVersions, publish, readCurrent, readVersion } from './service.ts'

export const routes = [
  query({
    name: 'readCharter',
    path: 'GET /v1/charter',
    summary: 'The charter in force now, whole.',
    may: 'signed-in',
    input: z.object({}),
    output: Version,
    refuses: ['charter.none'],
    run: readCurrent,
  }),
  query({
    name: 'listCharterVersions',
    path: 'GET /v1/charter/versions',
    summary: 'Every published version, newest first, page by page.',
    may: 'charter.read',
    input: VersionsPage,
    output: listOf(VersionHead),
    run: listVersions,
  }),
  query({
    name: 'readCharterVersion',
    path: 'GET /v1/charter/versions/{no}',
    summary: 'One published version, whole.',
    may: 'charter.read',
    input: CharterId,
    output: Version,
    refuses: ['charter.unknown'],
    run: (read, { no }) => readVersion(read, no),
  }),
  command({
    name: 'publishCharter',
    path: 'POST /v1/charter/versions',
    summary: 'Publishes a charter from a moment on; it never changes afterwards.',
    may: 'charter.publish',
    input: PublishInput,
    output: Version,
    refuses: ['charter.too_late'],
    trail: (_, output) => ({ body: { no: output.no } }),
    run: publish,
  }),
]
