import { noncePlace } from './headers.ts'
import { curlOf, type Operation, type Parameter, type Schema, sampleOf } from './reference-samples.ts'
import type { Json } from './shapes.ts'

type Document = {
  info: { title: string; version: string; description: string }
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, Schema>
    parameters: Record<string, Parameter>
  }
}

const safe = (text: unknown): string =>
  String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
// `so` in a description is a piece of code.
const prose = (text: unknown): string => safe(text).replace(/`([^`]+)`/g, '<code>$1</code>')
const json = (value: unknown): string => `<pre>${safe(JSON.stringify(value, null, 2))}</pre>`

/** The reference of the API as one HTML page without scripts: every operation with its fields, refusals and an example to try. */
export function referencePage(source: Json): string {
  const document = source as unknown as Document
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const sections = document.tags.map(({ name }) => {
    const own = operations.filter(({ operation }) => operation.tags[0] === name)
    const links = own.map(
      ({ path, method, operation }) =>
        `<li><a href="#${operation.operationId}"><b class="${method}">${method}</b> ${safe(path.replace(/^\/v1/, ''))}</a></li>`,
    )
    return {
      menu: `<details><summary>${safe(name)}</summary><ul>${links.join('')}</ul></details>`,
      body: `<h2 id="tag-${name}">${safe(name)}</h2>${own.map((each) => article(each, document)).join('')}`,
    }
  })
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      `<article id="schema-${name}"><h3>${safe(name)}</h3>${described(schema)}${fieldsOf(schema)}</article>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(document.info.title)} API</title><style nonce="${noncePlace}">${style}</style></head>
<body><nav aria-label="Operations"><p class="name">常客 ${safe(document.info.title)} API</p><p><a href="/openapi.json">openapi.json</a></p>
${sections.map(({ menu }) => menu).join('\n')}<p><a href="#schemas">schemas</a></p></nav>
<main><h1>${safe(document.info.title)} API <small>${safe(document.info.version)}</small></h1>${introduction(document)}
${sections.map(({ body }) => body).join('\n')}<h2 id="schemas">schemas</h2>${schemas.join('\n')}</main></body></html>
`
}

function introduction({ info }: Document): string {
  return `<p>${prose(info.description)}</p>
<p>Send an API key with every call: <code>Authorization: Bearer changke_…</code>. Make one in the console under Settings, or with
<code>npm run -s changke -- key new --role owner --name till</code>.</p>
<p>A command that moves value needs an <code>Idempotency-Key</code>: your own name for it, at most 120 characters. Sent again with the same body it
is answered with the first answer; nothing moves twice. Lists answer <code>items</code> and <code>next</code>; hand <code>next</code> back as
<code>cursor</code> for the following page. What cannot be done is a <a href="#schema-Problem">Problem</a> with a <code>code</code>; the codes of each
operation stand with it.</p>`
}

type Placed = { path: string; method: string; operation: Operation }

function article({ path, method, operation }: Placed, document: Document): string {
  const parameters = (operation.parameters ?? []).map(
    (each) => ('$ref' in each ? document.components.parameters[nameIn(each.$ref)] : each) as Parameter,
  )
  const body =
    operation.requestBody?.content['application/json'] ?? operation.requestBody?.content['multipart/form-data']
  const answer = Object.entries(operation.responses['200']?.content ?? {})[0]
  const may = operation['x-permission']
  const who = { anyone: 'without signing in', 'signed-in': 'whoever is signed in' }[may] ?? `<code>${safe(may)}</code>`
  return `<article id="${operation.operationId}"><h3><b class="${method}">${method}</b> <code>${safe(path)}</code></h3>
<p>${prose(operation.summary)}</p><p class="who">Permission: ${who}</p>
${parameters.length > 0 ? table(parameters.map((each) => row(each.name, each.schema, each.required, each.in, each.description))) : ''}
${body ? `<h4>Body</h4>${opened(body.schema, document)}` : ''}
${answer ? `<h4>Answer</h4>${answer[0].includes('json') ? opened(answer[1].schema, document) : `<p>A file: ${safe(answer[0])}</p>`}` : ''}
${refusals(operation)}
<details><summary>Try it</summary><pre>${safe(curlOf(method, path, operation, parameters, document.components.schemas))}</pre>
${answer?.[0].includes('json') ? json(sampleOf(answer[1].schema, document.components.schemas)) : ''}</details></article>`
}

function refusals(operation: Operation): string {
  const own = Object.entries(operation['x-refusals'] ?? {})
  if (own.length === 0) return ''
  return `<h4>Refusals</h4><p>${own.map(([code, status]) => `<code>${safe(code)}</code> ${status}`).join(', ')}</p>`
}

/** A named schema with its fields at hand, so that nobody has to go and come back. */
function opened(schema: Schema, { components }: Document): string {
  const named = schema.$ref ? components.schemas[nameIn(schema.$ref)] : undefined
  return named ? `<details><summary>${typeOf(schema)}</summary>${fieldsOf(named)}</details>` : fieldsOf(schema)
}

const nameIn = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1)
const described = ({ description }: Schema) => (description ? `<p>${prose(description)}</p>` : '')
const table = (rows: string[]) => `<table><tbody>${rows.join('')}</tbody></table>`

function row(name: string, schema: Schema, required: boolean | undefined, place?: string, more?: string): string {
  const note = [place, required ? 'required' : ''].filter(Boolean).join(', ')
  const inner = schema.items ?? schema.anyOf?.find((one) => one.properties) ?? schema
  const nested = inner.properties ? `<details><summary>fields</summary>${fieldsOf(inner)}</details>` : ''
  const text = (more ?? schema.description ?? inner.description ?? '').replace(/^UUID version 7$/, '')
  const otherwise =
    schema.default === undefined ? '' : ` <small>otherwise <code>${safe(JSON.stringify(schema.default))}</code></small>`
  return `<tr><th scope="row"><code>${safe(name)}</code>${note ? `<small>${note}</small>` : ''}</th><td>${typeOf(schema)}${otherwise} ${prose(text)}${nested}</td></tr>`
}

function fieldsOf(schema: Schema): string {
  if (!schema.properties) return `<p>${typeOf(schema)}</p>`
  const fields = Object.entries(schema.properties)
  if (fields.length === 0) return '<p>Nothing: <code>{}</code></p>'
  return table(fields.map(([name, each]) => row(name, each, schema.required?.includes(name))))
}

function typeOf(schema: Schema): string {
  if (schema.$ref) return `<a href="#schema-${nameIn(schema.$ref)}">${nameIn(schema.$ref)}</a>`
  const either = schema.anyOf ?? schema.oneOf
  if (either) return either.map(typeOf).join(' or ')
  if (schema.enum) return schema.enum.map((one) => `<code>${safe(JSON.stringify(one))}</code>`).join(' ')
  if (schema.const !== undefined) return `<code>${safe(JSON.stringify(schema.const))}</code>`
  if (schema.items) return `list of ${typeOf(schema.items)}`
  const types = [schema.type ?? 'anything'].flat().map((type) => (type === 'string' ? (schema.format ?? type) : type))
  return safe(types.join(' or ')) + bounds(schema)
}

function bounds({ minimum, maximum, minLength, maxLength }: Schema): string {
  const [low, high] = [minimum ?? minLength, maximum ?? maxLength]
  if (low === undefined && high === undefined) return ''
  const chars = minLength !== undefined || maxLength !== undefined ? ' characters' : ''
  return ` <small>${low === undefined ? `at most ${high}` : high === undefined ? `from ${low}` : `${low} to ${high}`}${chars}</small>`
}

const style = `
:root{color-scheme:light dark;--ink:#1c2430;--soft:#5a6675;--line:#dfe4ea;--paper:#fff;--sheet:#f5f7f9;--mark:#0b5d5e}
@media(prefers-color-scheme:dark){:root{--ink:#e3e8ee;--soft:#9aa7b5;--line:#313b47;--paper:#12171d;--sheet:#1a2129;--mark:#6fd0c8}}
*{box-sizing:border-box}html{scroll-padding-top:16px}
body{margin:0;display:grid;grid-template-columns:280px minmax(0,1fr);font:15px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:16px;background:var(--sheet);border-right:1px solid var(--line);font-size:13px}
nav ul{list-style:none;margin:0;padding:0 0 8px 12px}nav li{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.name{font-weight:600;font-size:15px;margin-top:0}
main{padding:24px 40px 80px;max-width:1020px}a{color:var(--mark)}h1 small,small,.who{color:var(--soft);font-weight:400}
h2{margin-top:48px;border-bottom:1px solid var(--line);padding-bottom:4px}article{margin:32px 0}h3{margin-bottom:4px}h4{margin:16px 0 4px}
code,pre{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px}pre{background:var(--sheet);border:1px solid var(--line);border-radius:6px;padding:12px;overflow:auto}
table{width:100%;border-collapse:collapse}th,td{vertical-align:top;text-align:left;padding:6px 8px;border-top:1px solid var(--line);font-weight:400}
th{width:230px}th small{display:block}summary{cursor:pointer}b[class]{display:inline-block;min-width:52px;font-size:12px;color:var(--mark)}
@media(max-width:760px){body{display:block}nav{position:static;height:auto}main{padding:16px}th{width:auto}}
`
