import { QueryClient } from '@tanstack/react-query'
import { onSessionLoss } from '../session/session-state.ts'
import { ApiError } from './api-error.ts'

/** What was read, kept for one person while the page is open. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && isWorthRepeating(error),
      // An unreachable server is an answer too; without this the page would wait in silence while the browser is offline.
      networkMode: 'always',
    },
  },
})

onSessionLoss(() => queryClient.clear())

function isWorthRepeating(error: Error): boolean {
  return error instanceof ApiError && error.isUncertain
}
