import type { ComponentType } from 'react'

/** A title in both languages stands in the row itself, because the menu needs all of them before any page is loaded. */
export interface Title {
  zh: string
  en: string
}

/** Where a page stands in the menu: by itself, or under settings. */
export interface MenuPlace {
  order: number
  icon?: ComponentType<{ 'aria-hidden'?: boolean }>
  under?: 'settings'
}

/** A page is a row of a table: where it is, what it is called, who may use it, and the code that draws it. */
export interface Page {
  /** The address; `$name` is a part that changes: `/members/$memberId`. */
  path: string
  title: Title
  /** The permission, or any one of several, without which the page is neither shown nor drawn. */
  needs?: string | readonly string[]
  /** Left out for pages that are reached from another page. */
  menu?: MenuPlace
  /** `bare` pages stand alone, without menu and session: sign-in, first visit. */
  frame?: 'shell' | 'bare'
  load: () => Promise<{ default: ComponentType }>
}

/** Something that the finder (Ctrl K) shows. */
export interface Found {
  key: string
  title: string
  detail?: string
  to: string
}

/** A room's answer to what somebody typed into the finder. */
export interface Finder {
  needs?: string | readonly string[]
  title: Title
  find: (text: string, signal: AbortSignal) => Promise<Found[]>
}

export interface RoomPages {
  room: string
  pages: Page[]
  finders?: Finder[]
}

/** The door of a room towards the app: the default export of `features/<room>/pages.ts`. */
export const pagesOf = (room: string, pages: Page[], finders: Finder[] = []): RoomPages => ({ room, pages, finders })
