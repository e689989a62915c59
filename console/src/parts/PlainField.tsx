import { cloneElement, type ReactElement, type ReactNode } from 'react'

interface PlainFieldProps {
  id: string
  label: string
  hint?: ReactNode
  children: ReactElement<{ id?: string; name?: string; 'aria-describedby'?: string }>
}

/** A labelled field of a plain form, for pages that must be light: sign-in and first visit. Elsewhere use Form.Item. */
export function PlainField({ id, label, hint, children }: PlainFieldProps) {
  return (
    <div className="ck-field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id, name: id, ...(hint ? { 'aria-describedby': `${id}-hint` } : {}) })}
      {hint && (
        <span id={`${id}-hint`} className="ck-quiet">
          {hint}
        </span>
      )}
    </div>
  )
}

/** The texts of a submitted plain form, trimmed except for passwords. */
export function textsOf(form: HTMLFormElement): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') texts[name] = name.toLowerCase().includes('password') ? value : value.trim()
  }
  return texts
}
