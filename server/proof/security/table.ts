import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Item } from './asvs.ts'
import { items, itemsOf } from './asvs.ts'
import { api } from './asvs-later.ts'
import { reasons } from './parts.ts'

/** How the named tests ended when `node server/proof/security/run.ts` ran them last; kept in results.json. */
export type Results = { on: string; tests: Record<string, 'passed' | 'failed'> }

const root = join(import.meta.dirname, '../../..')
export const resultsFile = join(import.meta.dirname, 'results.json')
export const keyOf = ({ file, title }: { file: string; title: string }): string => `${file} > ${title}`
export const allItems: Item[] = [...items, ...itemsOf(api)]

/** Tests that the table names and that stand in no file. */
export function missingTests(rows: readonly Item[]): string[] {
  const texts = new Map<string, string>()
  return rows.flatMap(({ no, standing }) => {
    if (standing.kind !== 'tests') return []
    return standing.tests.flatMap(({ file, title }) => {
      const path = join(root, file)
      if (!texts.has(file)) texts.set(file, existsSync(path) ? readFileSync(path, 'utf8') : '')
      const there = ["'", '`', '"'].some((quote) => texts.get(file)!.includes(`${quote}${title}`))
      return there ? [] : [`${no} names “${title}” of ${file}`]
    })
  })
}

type Result = 'passed' | 'failed' | 'not run' | 'in words' | 'does not apply' | 'not yet'

export function resultOf({ standing }: Item, results: Results): Result {
  if (!('tests' in standing)) {
    if (standing.kind === 'words') return 'in words'
    return standing.kind === 'not ours' ? 'does not apply' : 'not yet'
  }
  const ends = standing.tests.map((one) => results.tests[keyOf(one)])
  if (ends.includes('failed')) return 'failed'
  return ends.includes(undefined) ? 'not run' : 'passed'
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

function rowOf(item: Item, results: Results): string {
  const { no, level, asks, standing } = item
  const checks =
    standing.kind === 'tests'
      ? standing.tests
          .map(({ file, title }) => `[${title}…](../${file})`)
          .concat(standing.words ? [standing.words] : [])
      : [standing.words]
  return `| ${no} | ${level === 0 ? '' : level} | ${cell(asks)} | ${cell(checks.join('; '))} | ${resultOf(item, results)} |`
}

const order: Result[] = ['passed', 'in words', 'does not apply', 'not yet', 'not run', 'failed']

function counts(results: Results): Map<Result, number> {
  const found = Map.groupBy(items, (item) => resultOf(item, results))
  return new Map(order.flatMap((result) => (found.has(result) ? [[result, found.get(result)!.length] as const] : [])))
}

const readResults = (): Results => JSON.parse(readFileSync(resultsFile, 'utf8')) as Results

/** docs/security.md: each item, how it stands, and by which check. */
export function securityTable(results: Results = readResults()): string {
  const chapters = Map.groupBy(allItems, ({ chapter }) => chapter)
  const sections = [...chapters].flatMap(([chapter, rows]) => [
    `## ${chapter}`,
    '',
    '| item | level | what is asked | check | result |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((item) => rowOf(item, results)),
    '',
  ])
  const sums = [...counts(results)].map(([result, count]) => `| ${result} | ${count} |`)
  return [
    '# Security, item by item',
    '',
    'The items of [OWASP ASVS 5.0.0](https://github.com/OWASP/ASVS) of levels 1 and 2 that can be seen from outside, and a few of level 3, in our own words; whether they',
    'apply, by which test they are held, and how that test ended. Made by `changke generate` from `server/proof/security/asvs.ts` and `results.json` beside it:',
    `how the tests ended when they were looked at (${results.on}), file by file; “not run” is what no run in one go has filled in yet. The tests run in CI. What is not tested is not claimed: “in words” is a proof that one can`,
    'read and no machine repeats, “not yet” is missing. No person from outside has tried to break in; please do, as [SECURITY.md](../SECURITY.md) asks.',
    '',
    '| result | items |',
    '| --- | --- |',
    ...sums,
    '',
    ...sections,
    '## Packages of others that the server asks for',
    '',
    'A test counts what is loaded at run time (at most 130 entries), and holds hashes, exact versions, install scripts and this table.',
    '',
    '| package | for |',
    '| --- | --- |',
    ...Object.entries(reasons).map(([name, why]) => `| \`${name}\` | ${why} |`),
    '',
  ].join('\n')
}

const zh: Record<Result, string> = {
  passed: '测试通过',
  'in words': '文字说明（可查证，无自动测试）',
  'does not apply': '不适用',
  'not yet': '尚未做到',
  'not run': '本次未运行',
  failed: '测试失败',
}
const missingInChinese: Record<string, string> = {
  '6.2.12': '未附带已泄露密码库；以规则拒绝常见密码及其变形',
  '6.3.3': '人人可以开启两步验证，但不强制',
  '6.4.3': '“重置密码不能绕过两步验证”还缺单独的测试',
  '12.1.1': 'TLS 由前置代理负责，没有测试检查代理的配置',
  '12.2.1': '同上',
  '15.2.4': '两个开发工具在其他平台上的 23 个可选包还没有哈希；其余全部有 sha512',
  '15.2.1': '安全公告由人查看，没有自动测试',
}

/** docs/security.zh-CN.md: how it stands, in short. */
export function securityInChinese(results: Results = readResults()): string {
  const missing = items.filter(({ standing }) => standing.kind === 'not yet')
  return [
    '# 安全基线（摘要）',
    '',
    `对照 OWASP ASVS 5.0.0 第 1、2 级中可以从外部检查的条目，逐条的检查与结果见 [security.md](security.md)（英文）。结果截至 ${results.on}，按文件分别运行所得，尚未一次跑完的记为未运行；这些测试在 CI 中每次都会运行。`,
    '没有测试的不作声明；尚无外部人员做过渗透测试，欢迎按 [SECURITY.md](../SECURITY.md) 的方式报告。',
    '',
    '| 结果 | 条目数 |',
    '| --- | --- |',
    ...[...counts(results)].map(([result, count]) => `| ${zh[result]} | ${count} |`),
    '',
    '## 尚未做到',
    '',
    ...missing.map(({ no }) => `- ${no}：${missingInChinese[no] ?? '见英文表'}`),
    '',
  ].join('\n')
}
