import type { ReactNode } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

export type PaperWidth = 58 | 80 | 'a4'

/** The page box of a roll has the paper's width and no margin: the printer cuts where the text ends. */
const pageOf = (width: PaperWidth) =>
  width === 'a4' ? '@page { size: A4; margin: 16mm }' : `@page { size: ${width}mm auto; margin: 0 }`

/** What is printed instead of the page: a receipt on 58 or 80 mm paper, or a sheet. On screen it is not seen. */
export function PrintArea({ width, children }: { width: PaperWidth; children: ReactNode }) {
  return createPortal(
    <div className="ck-print" data-width={width} aria-hidden="true">
      <style>{pageOf(width)}</style>
      {children}
    </div>,
    document.body,
  )
}

/** Prints one thing at once, such as the receipt of a sale, and leaves nothing behind. */
export function printNow(width: PaperWidth, content: ReactNode): void {
  const holder = document.createElement('div')
  const root = createRoot(holder)
  flushSync(() => root.render(<PrintArea width={width}>{content}</PrintArea>))
  window.print()
  root.unmount()
}
