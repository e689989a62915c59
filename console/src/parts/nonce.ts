/** This page's nonce: styles that carry it are drawn, and no others (the server says so to the browser). */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// Some parts of antd (the lock of scrolling behind a dialog) make styles and never ask for a nonce. What our own scripts make is ours.
const make = document.createElement
document.createElement = function create(this: Document, name: string, options?: ElementCreationOptions) {
  const made = make.call(this, name, options)
  if (made instanceof HTMLStyleElement) made.nonce = nonce
  return made
} as typeof document.createElement
