import { describe, expect, test } from 'vitest'
import { type Mode, palette } from './theme.ts'

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const v = Number.parseInt(colour.slice(i, i + 2), 16) / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (bright + 0.05) / (dim + 0.05)
}

describe.each<Mode>(['light', 'dark'])('the %s palette', (mode) => {
  const c = palette[mode]

  test.each(['text', 'quiet', 'faint', 'accent', 'success', 'warning', 'danger'] as const)(
    '%s can be read on every ground (4.5:1)',
    (ink) => {
      for (const ground of ['page', 'surface', 'raised', 'hover'] as const) {
        expect(contrast(c[ink], c[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
    },
  )

  test.each([
    ['onAccent', 'accent'],
    ['onAccent', 'accentHover'],
    ['onAccent', 'danger'],
    ['accent', 'accentWash'],
    ['text', 'accentWash'],
    ['success', 'successWash'],
    ['warning', 'warningWash'],
    ['danger', 'dangerWash'],
  ] as const)('%s can be read on %s (4.5:1)', (ink, ground) => {
    expect(contrast(c[ink], c[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test('edges of controls are seen (3:1)', () => {
    for (const ground of ['page', 'surface', 'raised'] as const) {
      expect(contrast(c.edge, c[ground]), `edge on ${ground}`).toBeGreaterThanOrEqual(3)
    }
  })
})
