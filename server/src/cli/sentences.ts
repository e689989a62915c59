import type { Refusal } from '#kernel/refusal.ts'

const sentences: Record<string, string> = {
  'org.already_set_up': 'The organisation is set up already: sign in, or let somebody in with "changke user reset".',
  'org.not_set_up': 'There is no organisation yet: set it up in the browser, or with "changke setup".',
  'org.role_unknown': 'There is no such role.',
  'org.person_unknown': 'Nobody signs in with this.',
  'setup.template_unknown': 'There is no such charter template: pharmacy is one.',
  'setup.login_wrong': 'This is neither an e-mail address nor a phone number.',
  'imports.empty_file': 'The file is empty.',
  'imports.not_a_table': 'This is neither a CSV nor an XLSX.',
  'imports.old_form': 'This is an old .xls or a spreadsheet with a password: save it as .xlsx or CSV without one.',
  'imports.locked': 'The spreadsheet has a password: save it without one.',
  'imports.wrong_encoding':
    'The text is neither UTF-8 nor GB18030 to its end: save it as UTF-8, or say --options \'{"encoding":"big5"}\'.',
  'imports.damaged': 'The file is damaged or cut off.',
  'imports.bomb': 'The file unpacks to far more than any table holds.',
  'imports.entities': 'The spreadsheet declares entities, as no spreadsheet does.',
  'imports.row_too_long': 'A row is longer than a megabyte: perhaps a quote is missing.',
  'imports.quote_open': 'A quote is opened and never closed.',
  'imports.too_many_columns': 'A row has too many columns.',
  'imports.too_many_rows': 'The sheet has more rows than a sheet can have.',
  'imports.too_many_empty_rows': 'The file holds a million empty rows in a row: save only what is filled.',
  'imports.too_many_texts': 'The spreadsheet holds too much distinct text: save it as CSV.',
  'imports.headers_twice': 'Two columns have the same name: rename one of them.',
  'imports.no_header': 'There is no such header row.',
  'imports.sheet_unknown': 'There is no such sheet.',
  'imports.column_unknown': 'The file has no such column.',
  'imports.field_unknown': 'There is no such field.',
  'imports.fields_missing': 'One of these fields is needed: map a column to it.',
  'imports.same_file': 'This very file was taken in before: say --again to take it in once more.',
  'imports.control_differs': 'The control totals are not those of the file.',
  'imports.mapping_unknown': 'No mapping is saved under this name.',
  'imports.not_now': 'This cannot be done with an import in its present state.',
  'imports.unknown': 'There is no such import.',
  'imports.file_lost': 'The uploaded file is no longer in the data folder.',
  'imports.fault': 'A fault that nobody expected: the log above says more.',
  'org.password_weak':
    'This password is too easy to guess: at least twelve characters, not a common one, not the login itself.',
}

/** A refusal in plain words for the command line, with its details. */
export function sentenceOf({ code, details }: Refusal): string {
  const more = Object.entries(details).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return `${sentences[code] ?? `Refused: ${code}.`}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
}
