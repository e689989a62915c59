// antd's text fields without the rest of its Input (search, code boxes, text areas): the first pages must be light.
export { default as PlainInput } from 'antd/es/input/Input'
export { default as PlainPassword } from 'antd/es/input/Password'
