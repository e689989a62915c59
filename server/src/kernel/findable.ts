import { pinyin } from 'pinyin-pro'

const tones = { toneType: 'none', type: 'array', v: true } as const

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** Single characters and neighbouring pairs of a text, each once; characters are whole, also those beyond the basic plane. */
function grams(text: string): string[] {
  const characters = [...text]
  const found = new Set(characters)
  for (let at = 0; at + 1 < characters.length; at++) found.add(`${characters[at]}${characters[at + 1]}`)
  return [...found]
}

// Reading a whole name anew costs a hundred microseconds; an import reads a million. Few characters make most names, so what was read is kept.
const kept = new Map<string, string[]>()
function read(text: string, surname: boolean): string[] {
  const key = surname ? `${text}!` : text
  const known = kept.get(key)
  if (known) return known
  const syllables = pinyin(text, surname ? { ...tones, mode: 'surname' } : tones).map(fold)
  if (kept.size > 50_000) kept.clear()
  kept.set(key, syllables)
  return syllables
}

/** The syllables of a name. Its first two characters are read as a surname (单 is shan there, 尉迟 is yu chi). */
function syllablesOf(name: string): string[] {
  const characters = [...name]
  return [read(characters.slice(0, 2).join(''), true), ...characters.slice(2).map((one) => read(one, false))].flat()
}

/**
 * How a name is found: what it reads as (itself, full pinyin, initials; one per line), and its index entries. The name of a person begins
 * with a surname, that of a thing does not.
 */
export function textIndex(name: string, of: 'person' | 'thing' = 'person'): { search: string; grams: string[] } {
  const plain = fold(name)
  if (!plain) return { search: '', grams: [] }
  const forms = [plain]
  if (/\p{Script=Han}/u.test(plain)) {
    const syllables = of === 'person' ? syllablesOf(plain) : pinyin(plain, tones).map(fold)
    forms.push(syllables.join(''), syllables.map((syllable) => [...syllable][0] ?? '').join(''))
  }
  return { search: forms.join('\n'), grams: [...new Set(forms.flatMap(grams))] }
}

/** What is asked for when somebody types a part of a name, its pinyin or its initials. */
export function textQuery(text: string): { search: string; grams: string[] } {
  const plain = fold(text)
  const pairs = grams(plain).filter((gram) => [...gram].length === 2)
  return { search: plain, grams: pairs.length > 0 ? pairs : grams(plain) }
}
