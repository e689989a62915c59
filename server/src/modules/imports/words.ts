import { placesOf } from './kinds/amounts.ts'

type Details = Record<string, unknown>
type Text = string | ((details: Details) => string)
type Pair = { wrong: Text; todo: Text }
type Words = { zh: Pair; en: Pair }

const both = (zhWrong: Text, zhTodo: Text, enWrong: Text, enTodo: Text): Words => ({
  zh: { wrong: zhWrong, todo: zhTodo },
  en: { wrong: enWrong, todo: enTodo },
})

const said = (details: Details, key: string): string => {
  const value = details[key]
  return Array.isArray(value) ? value.join(' / ') : String(value ?? '')
}

const things: Record<string, { zh: string; en: string }> = {
  member: { zh: '会员', en: 'the member' },
  product: { zh: '商品', en: 'the product' },
  card: { zh: '会员卡', en: 'the card' },
  return: { zh: '退货', en: 'a return' },
  points: { zh: '积分', en: 'points' },
  growth: { zh: '成长值', en: 'growth' },
  principal: { zh: '储值本金', en: 'stored money' },
  bonus: { zh: '储值赠金', en: 'bonus of stored money' },
}

/** What was used since, and how much of it; money as people write it. */
function used({ what, amount }: Details, language: 'zh' | 'en'): string {
  const [unit = '', currency] = String(what).split('.')
  const name = things[unit]?.[language] ?? unit
  if (currency) return `${name} ${currency} ${(Number(amount) / 10 ** placesOf(currency)).toFixed(placesOf(currency))}`
  return unit === 'points' || unit === 'growth' ? `${name} ${amount}` : name
}

/** The first words that would have been understood, in Chinese or otherwise. */
const known = ({ words: all }: Details, chinese: boolean): string => {
  const texts = Array.isArray(all) ? all.map(String) : []
  const own = texts.filter((text) => /\p{Script=Han}/u.test(text) === chinese)
  return (own.length > 0 ? own : texts).slice(0, 6).join(' / ')
}

/** What is wrong with a row, and what to do about it, by code. */
const words: Record<string, Words> = {
  needed: both('此项必填', '补上内容后重新导入这一行', 'This is needed', 'Fill it in and import this row again'),
  not_a_number: both('不是数字', '改成数字，例如 12.50', 'Not a number', 'Write a number such as 12.50'),
  not_whole: both('不是整数', '改成整数', 'Not a whole number', 'Write a whole number'),
  too_large: both(
    '数值太大',
    '核对是否多写了位数或单位选错（元/分）',
    'Too large',
    'Check the digits and the unit (yuan or fen)',
  ),
  too_many_decimals: both(
    '小数位太多',
    '改成货币允许的小数位；数量最多三位小数',
    'Too many decimals',
    'Keep to the decimals of the currency; quantities have three at most',
  ),
  negative: both('不能为负', '核对余额', 'Must not be negative', 'Check the balance'),
  not_a_day: both('看不懂这个日期', '写成 2026-03-05 这样', 'Not a day that can be read', 'Write it as 2026-03-05'),
  no_such_day: both('日历里没有这一天', '核对年月日', 'The calendar has no such day', 'Check year, month and day'),
  short_year: both('年份只有两位，不知道是哪个世纪', '写四位年份', 'The year has two digits', 'Write all four digits'),
  not_a_time: both('看不懂这个时间', '写成 14:30 这样', 'Not a time that can be read', 'Write it as 14:30'),
  unknown_word: both(
    (d) => `看不懂这个词（可用：${known(d, true)}）`,
    '换成可用的词',
    (d) => `Not a word that is known here (use: ${known(d, false)})`,
    'Use one of these words',
  ),
  too_long: both(
    (d) => `太长，最多 ${said(d, 'most')} 个字`,
    '缩短',
    (d) => `Longer than ${said(d, 'most')} characters`,
    'Shorten it',
  ),
  control_characters: both(
    '含有不可见的控制字符',
    '删除后重新输入',
    'Holds invisible control characters',
    'Type it anew',
  ),
  not_allowed: both('格式不对', '核对格式', 'Not in the form that is needed', 'Check how it is written'),
  sheet_error: both(
    '表格公式出错，没有结果',
    '修正公式，或粘贴为数值',
    'The formula in this cell has no result',
    'Repair it, or paste it as a value',
  ),
  lost_digits: both(
    '表格把长数字写成了科学计数，尾数已丢失',
    '在原系统重新导出，并把该列设为文本',
    'The spreadsheet has rounded this long number',
    'Export it again with the column as text',
  ),
  bad_phone: both(
    '手机号不对',
    '核对位数；境外号码前写 + 和国家码',
    'Not a phone number',
    'Check its digits; write + and the country before one from abroad',
  ),
  nobody: both('既没有姓名也没有手机号', '至少补一项', 'Neither name nor phone', 'Fill in one of the two'),
  lunar_needs_year: both(
    '农历生日缺少年份，无法换算',
    '补上年份，或在选项里说明日期本身就是农历',
    'A lunar birthday without its year',
    'Add the year, or say in the options that days are lunar days',
  ),
  unknown_store: both(
    '没有这个门店',
    '核对门店编码，或在选项里把这个叫法对应到门店',
    'No such store',
    'Check the code, or say in the options which store is meant',
  ),
  store_needed: both(
    '没有写门店',
    '补上门店，或在选项里选一个默认门店',
    'No store',
    'Fill it in, or choose a default store in the options',
  ),
  other_currency: both(
    (d) => `门店的货币是 ${said(d, 'store')}，文件是 ${said(d, 'file')}`,
    '在选项里选对货币，不同货币分开导入',
    (d) => `The store keeps ${said(d, 'store')}, the file says ${said(d, 'file')}`,
    'Choose the currency in the options; import each currency by itself',
  ),
  phone_twice: both(
    (d) => `手机号与第 ${said(d, 'row')} 行相同，可能是同一个人`,
    '核对：是同一人就删掉一行，不是就改正手机号',
    (d) => `The phone of row ${said(d, 'row')}: likely the same person`,
    'If it is, drop one row; if not, correct the phone',
  ),
  number_twice: both(
    (d) => `编号与第 ${said(d, 'row')} 行相同`,
    '核对编号',
    (d) => `The number of row ${said(d, 'row')}`,
    'Check the number',
  ),
  alike_in_file: both(
    (d) => `姓名和生日与第 ${said(d, 'row')} 行相同，可能是同一个人`,
    '核对：是同一人就删掉一行；不是就在选项里允许同名同生日，再导入这一行',
    (d) => `Name and birthday of row ${said(d, 'row')}: likely the same person`,
    'If it is, drop one row; if not, allow likely duplicates in the options and import this row again',
  ),
  alike_known: both(
    '已有同名同生日的会员，可能是同一个人',
    '核对：是同一人就不用导入；不是就在选项里允许同名同生日，再导入这一行',
    'A member of this name and birthday is known: likely the same person',
    'If it is, leave the row out; if not, allow likely duplicates in the options and import this row again',
  ),
  'members.phone_taken': both(
    '这个手机号已是会员',
    '是同一人就不用导入，否则改正手机号',
    'A member has this phone',
    'If it is the same person, leave the row out; if not, correct the phone',
  ),
  'members.number_taken': both('这个会员号已被使用', '核对会员号', 'The member number is taken', 'Check the number'),
  'members.external_taken': both(
    '这个外部编号已被使用',
    '核对编号，或这个人已经导入过',
    'The foreign id is taken',
    'Check it; perhaps this person was imported before',
  ),
  'members.bad_phone': both('手机号不对', '核对手机号', 'Not a phone number', 'Check the phone'),
  'purchases.store_unknown': both('没有这个门店', '核对门店', 'No such store', 'Check the store'),
  'members.bad_custom': both(
    (d) => `自定义字段“${said(d, 'key')}”不对`,
    '核对字段',
    (d) => `The field “${said(d, 'key')}” is not right`,
    'Check the field',
  ),
  sku_twice: both(
    (d) => `商品编码与第 ${said(d, 'row')} 行相同`,
    '合并成一行',
    (d) => `The SKU of row ${said(d, 'row')}`,
    'Make one row of the two',
  ),
  barcode_twice: both(
    (d) => `条码与第 ${said(d, 'row')} 行相同`,
    '核对条码',
    (d) => `A barcode of row ${said(d, 'row')}`,
    'Check the barcode',
  ),
  'catalog.barcode_taken': both(
    (d) => `条码已属于商品 ${said(d, 'sku')}`,
    '核对条码',
    (d) => `The barcode belongs to ${said(d, 'sku')}`,
    'Check the barcode',
  ),
  'catalog.sku_twice': both('商品编码重复', '合并成一行', 'The SKU stands twice', 'Make one row of the two'),
  'catalog.unknown': both('新商品要有名称', '补上商品名称', 'A new product needs a name', 'Fill in the name'),
  unknown_member: both(
    '没有这个会员',
    '先导入会员，或在选项里选择为不认识的会员建档',
    'No such member',
    'Import the members first, or have bare members made in the options',
  ),
  member_needed: both('没有写会员', '补上会员号、卡号或手机号', 'No member', 'Fill in a number, card or phone'),
  member_closed: both('会员已注销', '核对会员', 'The membership is closed', 'Check the member'),
  already_ended: both(
    '积分在今天之前已到期',
    '去掉已过期的积分',
    'These points have ended already',
    'Leave ended points out',
  ),
  tier_without_growth: both(
    '成长值不够这个等级，也没有等级到期日',
    '补上成长值，或写明等级保留到哪天',
    'The growth does not reach this tier, and no last day is said',
    'Fill in the growth, or until when the tier is kept',
  ),
  card_type_needed: both(
    '没有写卡种，而卡种不止一个',
    '补上卡种的名称或编码',
    'No card type, and there are several',
    'Fill in the name or code of the type',
  ),
  'cards.number_taken': both('卡号已被使用', '核对卡号', 'The card number is taken', 'Check the number'),
  'cards.type_unknown': both('没有这个卡种', '先设置卡种', 'No such card type', 'Define the card type first'),
  'cards.medium_not_offered': both(
    '这个卡种没有这种形式',
    '核对卡种',
    'The type is not offered in this form',
    'Check the type',
  ),
  'cards.member_closed': both('会员已注销', '核对会员', 'The membership is closed', 'Check the member'),
  above_cap: both(
    (d) => `储值超过章程上限（${said(d, 'most')} 分）`,
    '已导入；请与会员处理超出部分',
    (d) => `More stored money than the charter allows (${said(d, 'most')})`,
    'It is in; settle the excess with the member',
  ),
  with_its_receipt: both(
    (d) => `同一张小票的第 ${said(d, 'row')} 行有问题，整张小票都没有导入`,
    '改好那一行后整张小票一起导入',
    (d) => `Row ${said(d, 'row')} of this receipt is wrong, so none of it went in`,
    'Correct that row and import the whole receipt',
  ),
  receipt_too_long: both(
    (d) => `小票超过 ${said(d, 'most')} 行`,
    '核对小票号列是否选对',
    (d) => `A receipt of more than ${said(d, 'most')} rows`,
    'Check that the right column is the receipt number',
  ),
  'purchases.too_large': both(
    '金额或数量太大',
    '核对数量和单价',
    'An amount or quantity is too large',
    'Check quantity and price',
  ),
  'ledger.too_much': both('余额过大', '核对数值', 'No balance is so large', 'Check the figure'),
  'purchases.in_future': both('时间在将来', '核对时间和时区', 'It lies in the future', 'Check time and zone'),
  'purchases.too_old': both('时间太早', '核对时间', 'It lies too far back', 'Check the time'),
  'purchases.member_blocked': both('会员已注销', '核对会员', 'The membership is closed', 'Check the member'),
  used_since: both(
    (d) => `此后已使用：${used(d, 'zh')}`,
    '已保留；如需收回，请选择记为欠账后再撤销一次',
    (d) => `Used since: ${used(d, 'en')}`,
    'It stays; to take it back, undo again and have it owed',
  ),
  fault: both(
    '这一行引起了系统错误',
    '把行号告诉技术支持',
    'This row met a fault of the house',
    'Tell support the number of the row',
  ),
}

/** What is wrong and what to do, in a language; a code without words of its own is shown as it is. */
export function wordsOf(code: string, details: Details, language: 'zh' | 'en'): { wrong: string; todo: string } {
  const pair = words[code]?.[language]
  const say = (text: Text) => (typeof text === 'string' ? text : text(details))
  return pair
    ? { wrong: say(pair.wrong), todo: say(pair.todo) }
    : { wrong: code, todo: language === 'zh' ? '核对这一行' : 'Check this row' }
}

/** Whether a code has its words; for a test. */
export const hasWords = (code: string): boolean => code in words
