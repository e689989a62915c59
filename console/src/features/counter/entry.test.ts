import { expect, test } from 'vitest'
import { isReceipt, looksScanned, readEntry } from './entry.ts'

const kindOf = (text: string) => readEntry(text)?.kind

test('a phone is known in every form in which people say it', () => {
  for (const phone of [
    '13800138000',
    '+86 138 0013 8000',
    '008613800138000',
    '１３８００１３８０００',
    '138-0013-8000',
  ])
    expect(kindOf(phone), phone).toBe('phone')
  expect(kindOf('12800138000')).toBe('code')
})

test('four digits are the end of a phone, other digits a code', () => {
  expect(kindOf('8000')).toBe('tail')
  expect(kindOf('6901234567892')).toBe('code')
  expect(kindOf('1000000012')).toBe('code')
})

test('a quantity stands before a product, or alone for the line above', () => {
  expect(readEntry('3*6901234567892')).toEqual({ quantity: 3, code: '6901234567892', kind: 'code' })
  expect(readEntry('１２×A-1')).toEqual({ quantity: 12, code: 'A-1', kind: 'code' })
  expect(readEntry('0.5*')).toEqual({ quantity: 0.5, code: '', kind: 'quantity' })
  // Four digits after a quantity are a product: nobody buys two members.
  expect(readEntry('2*8000')?.kind).toBe('code')
  expect(readEntry('0*8000')).toBeUndefined()
  expect(readEntry('  ')).toBeUndefined()
})

test('a receipt is known by its form and its check letter', () => {
  expect(isReceipt('0000-0000-0000-0')).toBe(true)
  expect(isReceipt('0000-0000-0001-7')).toBe(true)
  expect(isReceipt('0000-0000-0001-8')).toBe(false)
  expect(kindOf('0000-0000-000a-6')).toBe('receipt')
  expect(kindOf('0000000000000')).toBe('code')
})

test('a barcode that lands in a field for money is recognised', () => {
  expect(looksScanned('6901234567892')).toBe(true)
  expect(looksScanned('1250.00')).toBe(false)
})
