import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { TenderKind } from './shapes.ts'

/**
 * One key each. Tenders lie on function keys, which a scanner never sends and no input method eats; F1 (help), F3 (find), F5 (reload),
 * F6 (address), F11 and F12 stay the browser's. What is rarer lies on Alt and a letter.
 */
export const tenderKeys: Record<TenderKind, string> = {
  cash: 'F2',
  wechat: 'F4',
  alipay: 'F7',
  card: 'F8',
  wallet: 'F9',
  points: 'F10',
}

export type Action = 'member' | 'topup' | 'return' | 'shift' | 'print' | 'clear'

export const actionKeys: Record<Action, string> = {
  member: 'N',
  topup: 'T',
  return: 'R',
  shift: 'S',
  print: 'P',
  clear: 'C',
}

/** What stands on a key cap. */
export const capOf = (action: Action): string => `Alt ${actionKeys[action]}`

/** The same, as assistive technology wants it. */
export const shortcutOf = (action: Action): string => `Alt+${actionKeys[action]}`

/** A function that stays the same and does what the last drawing meant by it. */
export function useLatest<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}

interface Hotkeys {
  tender: (kind: TenderKind) => void
  act: (action: Action) => void
}

const kinds = Object.entries(tenderKeys) as [TenderKind, string][]
const actions = Object.entries(actionKeys) as [Action, string][]

/** Listens for the counter's keys wherever the focus is, except while a drawer or dialog is open: it has its own. */
export function useHotkeys(hotkeys: Hotkeys): void {
  const tender = useLatest(hotkeys.tender)
  const act = useLatest(hotkeys.act)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (document.querySelector('.ant-drawer-open, dialog[open]')) return
      const { ctrlKey, metaKey, altKey, shiftKey, repeat, code, key } = event
      if (ctrlKey || metaKey || shiftKey) return
      const kind = altKey ? undefined : kinds.find(([, one]) => one === key)?.[0]
      const action = altKey ? actions.find(([, letter]) => code === `Key${letter}`)?.[0] : undefined
      if (!kind && !action) return
      event.preventDefault()
      if (repeat) return
      if (kind) tender(kind)
      else if (action) act(action)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [tender, act])
}

const scanId = 'counter-scan'

export { scanId }

/** Gives the focus back to the scan field, after whatever is being drawn has been drawn. */
export function focusScan(): void {
  requestAnimationFrame(() => {
    if (!document.querySelector('.ant-drawer-open, dialog[open]')) document.getElementById(scanId)?.focus()
  })
}

/** A letter or digit typed while nothing has the focus goes into the scan field: a scanner never shoots into the void. */
export function useScanCatcher(): void {
  useEffect(() => {
    const listen = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      if (key.length !== 1 || ctrlKey || altKey || metaKey) return
      const lost = target === document.body || (target instanceof HTMLElement && target.id === 'page-title')
      if (lost && !document.querySelector('.ant-drawer-open, dialog[open]')) document.getElementById(scanId)?.focus()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
