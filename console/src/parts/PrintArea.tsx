import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/** The paper: a roll of 58 or 80 mm, or a sheet. */
export type PaperWidth = 58 | 80 | 'a4'

const pxPerMm = 96 / 25.4
/** What the knife needs below the last line. */
const tailMm = 6

/** A roll is as long as what stands on it; CSS has no word for that, so the length is measured. */
function pageOf(width: PaperWidth, heightPx: number): string {
  if (width === 'a4') return '@page { size: A4; margin: 16mm }'
  return `@page { size: ${width}mm ${Math.ceil(heightPx / pxPerMm) + tailMm}mm; margin: 0 }`
}

/** What is printed instead of the page: a receipt on 58 or 80 mm paper, or a sheet. On screen it is not seen. */
export function PrintArea({ width, children }: { width: PaperWidth; children: ReactNode }) {
  const paper = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLStyleElement>(null)
  useLayoutEffect(() => {
    if (page.current) page.current.textContent = pageOf(width, paper.current?.offsetHeight ?? 0)
  })
  return createPortal(
    <div className="ck-print" ref={paper} data-width={width} aria-hidden="true">
      <style ref={page} />
      {children}
    </div>,
    document.body,
  )
}

/** Prints one thing at once, such as the receipt of a sale, and leaves nothing behind. */
export function printNow(width: PaperWidth, content: ReactNode): void {
  const root = createRoot(document.createElement('div'))
  flushSync(() => root.render(<PrintArea width={width}>{content}</PrintArea>))
  window.print()
  root.unmount()
}
