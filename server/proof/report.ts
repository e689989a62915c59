import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Part } from './part.ts'
import { parts } from './parts.ts'
import type { Ended, Kept } from './results.ts'

const root = path.resolve(import.meta.dirname, '../..')

const figuresOf = ({ figures }: Ended): string =>
  Object.entries(figures)
    .map(([what, figure]) =>
      typeof figure === 'number' ? `${figure.toLocaleString('en')} ${what}` : `${what}: ${figure}`,
    )
    .join('; ')

/** One part's figures and faults in a few lines. */
export const told = (ended: Ended): string =>
  [
    `${ended.faults.length === 0 ? 'holds' : 'FAULTS'}  ${ended.name}: ${figuresOf(ended)}; ${ended.seconds} s`,
    ...ended.faults.slice(0, 40).map((fault) => `  ${fault.slice(0, 1_500)}`),
  ].join('\n')

const commandOf = (ended: Ended): string => `npm run proof -- ${ended.name} ${ended.size} --seed ${ended.seed}`

/** A row for each part that has ended, as Markdown. */
export function table({ ended }: Kept): string {
  const rows = ended.map((one) => [
    one.name,
    `${one.size.toLocaleString('en')} ${parts.find(({ name }) => name === one.name)?.counts ?? ''}`,
    figuresOf(one),
    one.faults.length === 0 ? 'none' : `**${one.faults.length}**`,
    `${one.seconds} s, ${one.load.map((load) => load.toFixed(1)).join('–')}`,
    `\`${commandOf(one)}\``,
  ])
  return aligned([['part', 'size', 'figures', 'faults', 'time, load', 'again'], ...rows])
}

/** As the formatter would have it: every column as wide as its widest cell. */
function aligned(rows: string[][]): string {
  const widths = rows[0]!.map((_, at) => Math.max(3, ...rows.map((row) => row[at]!.length)))
  const line = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`
  return [line(rows[0]!), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n')
}

const seconds = ({ ended }: Kept) => ended.reduce((sum, one) => sum + one.seconds, 0)
const faults = ({ ended }: Kept) => ended.reduce((sum, one) => sum + one.faults.length, 0)

/** A whole run: what it was made by and on, its table, and every fault at length. */
export function inMarkdown(kept: Kept, missing: Part[] = []): string {
  const said = kept.ended.flatMap((one) => one.faults.map((fault) => `- ${one.name}: ${fault.slice(0, 1_500)}`))
  return [
    `Written by \`npm run proof -- --long --write\`: seed ${kept.seed}, commit \`${kept.commit}\`, ${kept.machine}; ${Math.ceil(seconds(kept) / 60)} minutes. The load is the`,
    'machine’s average over a minute when the part began and ended; times of a shared machine are upper bounds.',
    '',
    table(kept),
    ...(missing.length > 0 ? ['', `Not in this run: ${missing.map(({ name }) => name).join(', ')}.`] : []),
    ...(said.length > 0 ? ['', ...said] : []),
  ].join('\n')
}

/** Puts text between two markers of a Markdown file; refuses a file that has not both of them once. */
export function between(whole: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name}: `, `<!-- /${name} -->`]
  if (whole.split(open).length !== 2 || whole.split(close).length !== 2)
    throw new Error(`the markers of ${name} do not stand there once each`)
  const from = whole.indexOf('-->', whole.indexOf(open)) + 3
  return `${whole.slice(0, from)}\n\n${text}\n\n${whole.slice(whole.indexOf(close))}`
}

const summaries: Record<string, (kept: Kept) => string> = {
  'README.md': (kept) =>
    [
      `Measured at \`${kept.commit}\`, seed ${kept.seed}: ${kept.ended.length} parts of the proof in ${Math.ceil(seconds(kept) / 60)} minutes, ${faults(kept)} faults –`,
      `${short(kept)}; see [docs/proof.md](docs/proof.md). Again: \`npm run proof -- --long --seed ${kept.seed}\`.`,
    ].join('\n'),
  'README.zh-CN.md': (kept) =>
    [
      `实测（提交 \`${kept.commit}\`，种子 ${kept.seed}）：${kept.ended.length} 项证明，用时 ${Math.ceil(seconds(kept) / 60)} 分钟，${faults(kept)} 处错误：`,
      `${short(kept)}；见 [docs/proof.md](docs/proof.md)。重跑：\`npm run proof -- --long --seed ${kept.seed}\`。`,
    ].join('\n'),
}

const short = ({ ended }: Kept) =>
  ended
    .filter(({ size }) => size > 1)
    .map(({ name, size, figures }) => `${name} ${Number(figures['planted'] ?? size).toLocaleString('en')}`)
    .join(', ')

/** Writes the figures of a whole long run into docs/proof.md and the two READMEs, as the formatter would have them; answers what was written. */
export function writeFigures(kept: Kept, missing: Part[]): string {
  const put = (file: string, name: string, text: string) => {
    const place = path.join(root, file)
    writeFileSync(place, between(readFileSync(place, 'utf8'), name, text))
    return file
  }
  const written = [
    put('docs/proof.md', 'figures', inMarkdown(kept, missing)),
    ...Object.entries(summaries).map(([file, summary]) => put(file, 'proof', summary(kept))),
  ]
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')
  execFileSync(process.execPath, [biome, 'format', '--write', ...written], { cwd: root, stdio: 'ignore' })
  return written.join(', ')
}
