import type { Row } from '#kernel/http.ts'

/** The route table as Markdown: what is served, who may, what it refuses. */
export function routesTable(rows: readonly Row[]): string {
  const byRoom = Map.groupBy(rows, ({ path }) => path.split('/')[2]!)
  const sections = [...byRoom]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([place, own]) =>
      [
        `## ${place}`,
        '',
        '| call | name | permission | what it does | refuses |',
        '| --- | --- | --- | --- | --- |',
        ...own.map(rowOf),
        '',
      ].join('\n'),
    )
  const intro =
    'Made by `changke generate` from the route table. Fields, answers and examples stand in the reference that the server shows at `/docs/api`; how to call, in [README.md](README.md).'
  return ['# Routes', '', intro, '', ...sections].join('\n')
}

const rowOf = ({ path, name, may, summary, refuses = [] }: Row) =>
  `| \`${path}\` | ${name} | ${may} | ${summary.replaceAll('|', '\\|')} | ${refuses.map((code) => `\`${code}\``).join(' ')} |`
