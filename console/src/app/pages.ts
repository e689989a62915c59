import type { RoomPages } from '../parts/pages.ts'

// A room joins the console by having a `pages.ts`; nothing outside its folder is edited.
const doors = import.meta.glob<RoomPages>('../features/*/pages.ts', { eager: true, import: 'default' })

/** The pages of every room. */
export const rooms: RoomPages[] = Object.values(doors)
