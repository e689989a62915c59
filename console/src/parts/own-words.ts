import { useRoomWords } from './words.ts'
import type zh from './zh.json'

/** The words of the parts themselves. */
export const usePartWords = () => useRoomWords<typeof zh>('parts')
