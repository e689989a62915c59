import { useRoomWords } from '../../parts/words.ts'
import type zh from './zh.json'

export const useWords = () => useRoomWords<typeof zh>('backups')
