import type { Language } from '../parts/preferences.ts'

type Words = Record<string, string>

// One small file per room and language, fetched with the room's first page.
const files: Record<string, () => Promise<Words>> = {
  ...import.meta.glob<Words>('../features/*/{zh,en}.json', { import: 'default' }),
  ...import.meta.glob<Words>('../parts/{,refusals.}{zh,en}.json', { import: 'default' }),
  ...import.meta.glob<Words>('./{zh,en}.json', { import: 'default' }),
}

const places: Record<string, (language: Language) => string> = {
  app: (language) => `./${language}.json`,
  parts: (language) => `../parts/${language}.json`,
  refusals: (language) => `../parts/refusals.${language}.json`,
}

/** Fetches the words of a room; a room without words of its own has none. */
export async function wordSource(language: Language, room: string): Promise<Words> {
  const place = places[room]?.(language) ?? `../features/${room}/${language}.json`
  return (await files[place]?.()) ?? {}
}
