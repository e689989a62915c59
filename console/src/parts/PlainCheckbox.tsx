interface PlainCheckboxProps {
  checked: boolean
  /** Some of what it stands for are chosen, not all. */
  some?: boolean
  onChange: (on: boolean) => void
  'aria-label': string
}

/** The browser's own checkbox, for tables: a page has a hundred of them, and antd's brings its whole form along. */
export function PlainCheckbox({ checked, some = false, onChange, ...rest }: PlainCheckboxProps) {
  return (
    <input
      type="checkbox"
      className="ck-check"
      checked={checked}
      ref={(box) => {
        if (box) box.indeterminate = some
      }}
      onChange={(event) => onChange(event.target.checked)}
      {...rest}
    />
  )
}
