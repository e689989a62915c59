/** What stands on a key, beside the words of its button; assistive technology hears it by `aria-keyshortcuts`. */
export function Cap({ children }: { children: string }) {
  return (
    <span className="ck-cap" aria-hidden="true">
      {children}
    </span>
  )
}
