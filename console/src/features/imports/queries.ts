import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../../parts/api.ts'
import type { Detail, ImportKind, Run } from './shapes.ts'

/** Whether somebody works on it, so that what is shown grows old by the second. */
export const moving = ({ state, wish }: Pick<Run, 'state' | 'wish'>): boolean =>
  state === 'waiting' || state === 'running' || wish !== null

/** One import with all that is said about its file; asked again each second while it moves. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => ask(api.GET('/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data && moving(data) ? 1000 : false),
  })

/** The first rows of a file as they will be read. */
export const sampleQuery = (id: string, shape: Detail['shape']) =>
  queryOptions({
    queryKey: ['import', id, 'sample', shape],
    queryFn: () => ask(api.GET('/v1/imports/{id}/sample', { params: { path: { id } } })),
  })

/** Mappings that were kept by name. */
export const mappingsQuery = (kind: ImportKind | undefined) =>
  queryOptions({
    queryKey: ['import-mappings', kind ?? null],
    enabled: kind !== undefined,
    queryFn: () => ask(api.GET('/v1/import-mappings', { params: { query: { kind } } })),
  })
