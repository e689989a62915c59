import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { type InputHTMLAttributes, useState } from 'react'
import { usePartWords } from './own-words.ts'

interface PlainInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'size'> {
  size?: 'middle' | 'large'
}

/** The browser's own text field in the console's dress: for the first pages, which must be light; antd's brings its whole form along. */
export function PlainInput({ size = 'middle', className = '', ...rest }: PlainInputProps) {
  return <input type="text" {...rest} className={`ck-input ${className}`} data-size={size} />
}

/** A password, which can be looked at while it is typed. */
export function PlainPassword(props: PlainInputProps) {
  const t = usePartWords()
  const [seen, setSeen] = useState(false)
  const Icon = seen ? EyeOutlined : EyeInvisibleOutlined
  return (
    <span className="ck-password">
      <PlainInput {...props} type={seen ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
      <button
        type="button"
        className="ck-icon-button"
        aria-pressed={seen}
        aria-label={t('password.look')}
        onClick={() => setSeen(!seen)}
      >
        <Icon aria-hidden />
      </button>
    </span>
  )
}
