import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { buildQueryClient } from './app/query-client.ts'
import { buildRouter } from './app/router.tsx'
import { wordSource } from './app/word-source.ts'
import { Fault, Refusal, Unreachable } from './parts/api.ts'
import './parts/nonce.ts'
import { startWords } from './parts/words.ts'
import './styles.css'

const client = buildQueryClient(() =>
  router.navigate({ to: '/sign-in', search: { back: router.state.location.href } as never }),
)
const router = buildRouter(client)

await startWords(wordSource)
// What a page shows as a sentence is no fault of the page.
const onCaughtError = (failure: unknown) => {
  if (![Refusal, Fault, Unreachable].some((kind) => failure instanceof kind)) console.error(failure)
}
createRoot(document.getElementById('root') as HTMLElement, { onCaughtError }).render(
  <StrictMode>
    <App client={client} router={router} />
  </StrictMode>,
)
