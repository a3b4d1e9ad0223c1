import '@cloudscape-design/global-styles/index.css'
import 'virtual:theme.css'
import './styles.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { queryClient } from './api/query-client.ts'
import { firstLanguage, loadMessages } from './i18n/language.ts'
import { LanguageProvider } from './i18n/language-provider.tsx'
import { makeRouter } from './routes.tsx'
import { begin, type Begun } from './session/begin.ts'
import { firstAddress } from './session/first-address.ts'
import { beginSession } from './session/session-state.ts'

// A page that comes back from the browser's memory may show what a session saw that has ended since.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

const language = firstLanguage()
const [messages, begun] = await Promise.all([
  loadMessages(language),
  // A server that is not there yet is told by the pages themselves.
  begin().catch((): Begun => ({ ApiUrl: '', Region: '' })),
])
beginSession(begun)

// Before the router starts, so that nothing of a page behind sign-in is loaded for somebody who is not signed in.
const [visit] = performance.getEntriesByType('navigation')
const reloaded = visit instanceof PerformanceNavigationTiming && visit.type === 'reload'
const address = firstAddress(location, begun, { reloaded })
if (address !== undefined) history.replaceState(null, '', address)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider language={language} messages={messages}>
        <RouterProvider router={makeRouter()} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
