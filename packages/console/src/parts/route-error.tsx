import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { ApiError } from '../api/api-error.ts'
import { useT } from '../i18n/language-provider.tsx'
import { labels } from './labels.ts'
import { Page } from '../layout/page.tsx'
import { NotFound } from '../pages/not-found/not-found.tsx'

/** What stands in a route's place when it cannot be shown. */
export function RouteError() {
  const t = useT()
  const error = useRouteError()
  // What failed is asked again when somebody comes back.
  const { reset } = useQueryErrorResetBoundary()
  useEffect(reset, [reset])
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  const reload = <Button onClick={() => location.reload()}>{t(labels.reload)}</Button>
  const [type, title, text] = isStaleChunk(error)
    ? (['info', t(labels.newVersionTitle), t(labels.newVersionText)] as const)
    : error instanceof ApiError && error.isUncertain
      ? (['error', t(labels.failedTitle), t(labels.notAnswered)] as const)
      : (['error', t(labels.failedTitle), t(labels.failedText)] as const)
  return (
    <Page title={title}>
      <Alert type={type} action={reload}>
        {text}
        {error instanceof ApiError && (
          <div className="kw-quiet">
            {error.requestId === '' ? error.code : `${t(labels.requestId)}: ${error.requestId} (${error.code})`}
          </div>
        )}
      </Alert>
    </Page>
  )
}

/** A part of the program that is no longer on the server: it was replaced by another version. */
function isStaleChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|module script failed|error loading dynamically|preload CSS/i.test(error.message)
  )
}
