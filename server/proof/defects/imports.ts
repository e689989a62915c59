import type { Defect } from './defect.ts'

const reading = 'server/src/modules/imports/reading'
const sheets = `${reading}/sheets.test.ts`
const undone = 'server/src/modules/imports/undone.test.ts'
const undoing = 'server/src/modules/purchases/undoing/service.ts'

/** Mistakes of tiers, batches, stored value, files and their undo. */
export const importDefects: Defect[] = [
  {
    name: 'a tier begins one growth too late',
    edits: [['server/src/modules/tiers/rules.ts', 'growth >= level.from', 'growth > level.from']],
    check: ['server/src/modules/purchases/purchases.test.ts', 'raises the tier at 5,000'],
  },
  {
    name: 'who is refused in a batch takes the neighbours along',
    edits: [
      [
        'server/src/modules/purchases/record.ts',
        'const outcome = attempt(() =>',
        `const outcome = [...outcomes.values()].find((one) => 'refusal' in one) ?? attempt(() =>`,
      ],
    ],
    check: ['server/src/modules/purchases/purchases.test.ts', 'records 990 of a batch'],
  },
  {
    name: 'bonus money pays a fen less than the tender says',
    edits: [
      [
        'server/src/modules/wallets/rules.ts',
        'return { principal: fromPrincipal, bonus: fromBonus }',
        'return { principal: fromPrincipal, bonus: Math.max(0, fromBonus - 1) }',
      ],
    ],
    check: ['server/src/modules/purchases/values/values.test.ts', 'never shows a principal or bonus below zero'],
  },
  {
    name: 'a packed file may become as large as it likes',
    edits: [[`${reading}/unpack.ts`, 'if (tooMuch ||', 'if ((tooMuch && limits.ratio < 1) ||']],
    check: [`${reading}/reading.test.ts`, 'takes no harm from a gzip bomb'],
  },
  {
    name: 'empty rows are not counted',
    edits: [[`${reading}/open.ts`, 'if (at - before > limits.emptyRows)', 'if (at - before > limits.emptyRows * 1e9)']],
    check: [`${reading}/reading.test.ts`, 'takes no harm from 10 M empty rows'],
  },
  {
    name: 'a sheet may bring entities of its own',
    edits: [
      [
        `${reading}/xml.ts`,
        `parser.on('doctype', () => {\n    throw refuse('imports.entities')\n`,
        `parser.on('doctype', () => {\n`,
      ],
      [`${reading}/xml.ts`, `if (text.includes('<!DOCTYPE')`, `if (text.includes('<!NOTHING')`],
      [`${reading}/xml.ts`, `|| text.includes('<!ENTITY'))`, `|| text.includes('<!NOTHING'))`],
    ],
    check: [sheets, 'take no harm from a billion laughs'],
  },
  {
    name: 'an import drops the rows that cost nothing',
    edits: [
      [
        'server/src/modules/imports/kinds/purchases/work.ts',
        'const bought = inputs.filter(({ back }) => !back)',
        'const bought = inputs.filter(({ back, line }, at) => !back && (at === 0 || line.amount !== 0))',
      ],
    ],
    check: ['server/src/modules/imports/history.test.ts', 'comes in with its stores and households'],
  },
  {
    name: 'an import forgets its last receipts',
    edits: [
      [
        'server/src/modules/imports/running/collector.ts',
        'flush(): void {\n    for (const [key, group] of this.groups) this.close(key, group)',
        'flush(): void {\n    for (const [key, group] of [...this.groups].slice(0, -1)) this.close(key, group)',
      ],
    ],
    check: ['server/src/modules/imports/earning.test.ts', 'reads receipts: rows that lie apart'],
  },
  {
    name: 'a second life of an import tells receipts in another order',
    edits: [['server/src/modules/imports/running/collector.ts', 'this.closeOld(at)\n    return true', 'return true']],
    check: ['server/src/modules/imports/running/collector.test.ts', 'takes each row once and each group whole'],
  },
  {
    name: 'an undo leaves the tier that the import gave',
    edits: [[undoing, 'standing.tier = history[first]!.before', 'standing.tier = before']],
    check: [undone, 'after the undo of purchases as earning'],
  },
]
