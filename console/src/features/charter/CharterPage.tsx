import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { firstOf, useAddress } from '../../parts/address.ts'
import { api, ask, Refusal } from '../../parts/api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { usePreferences } from '../../parts/preferences.ts'
import { RefusalAlert } from '../../parts/RefusalAlert.tsx'
import { CharterSections } from './CharterSections.tsx'
import { useWords } from './words.ts'
import './charter.css'

/** The charter in force, read as sentences; earlier and coming versions beside it. */
export default function CharterPage() {
  const t = useWords()
  const { language } = usePreferences()
  const [address] = useAddress()
  const asked = firstOf(address['version'])
  const version = useQuery({
    queryKey: ['charter', asked ?? 'current'],
    queryFn: () =>
      ask(
        asked
          ? api.GET('/v1/charter/versions/{no}', { params: { path: { no: Number(asked) } } })
          : api.GET('/v1/charter'),
      ),
  })
  const { data, error } = version
  const none = error instanceof Refusal && error.code === 'charter.none'
  return (
    <>
      <PageHead
        title={data?.charter.name[language] ?? t('title')}
        lead={
          data && (
            <>
              {t('version', { no: data.no })} · {t('from')} <Moment value={data.effectiveFrom} /> ·{' '}
              {t('by', { name: data.publishedBy === 'setup' ? t('bySetup') : data.publishedBy })}
            </>
          )
        }
      />
      {none ? (
        <EmptyState title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <RefusalAlert failure={error} retry={() => void version.refetch()} />
      )}
      {data && (
        <div className="ck-charter">
          <CharterSections charter={data.charter} />
          <Versions shown={data.no} />
        </div>
      )}
    </>
  )
}

function Versions({ shown }: { shown: number }) {
  const t = useWords()
  const [, change] = useAddress()
  const query = useInfiniteQuery({
    queryKey: ['charter', 'versions'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask(api.GET('/v1/charter/versions', { params: { query: { cursor: pageParam } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <aside className="ck-sheet" aria-label={t('versions')}>
      <h2>{t('versions')}</h2>
      <RefusalAlert failure={query.error} retry={() => void query.refetch()} />
      <ul className="ck-menu-list ck-versions">
        {query.data?.pages
          .flatMap(({ items }) => items)
          .map((one) => (
            <li key={one.no}>
              <button type="button" aria-pressed={one.no === shown} onClick={() => change({ version: String(one.no) })}>
                <span>
                  {t('version', { no: one.no })} {one.no === shown && <Tag color="success">{t('shown')}</Tag>}
                  <br />
                  <span className="ck-quiet">
                    {t('from')} <Moment value={one.effectiveFrom} />
                  </span>
                  {one.note && (
                    <>
                      <br />
                      <span className="ck-quiet">{one.note}</span>
                    </>
                  )}
                </span>
              </button>
            </li>
          ))}
      </ul>
      {query.hasNextPage && (
        <p className="ck-more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('versions.more')}
          </Button>
        </p>
      )}
    </aside>
  )
}
