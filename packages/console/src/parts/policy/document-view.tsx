import './policy-editor.css'
import { lazy, Suspense } from 'react'
import { Waiting } from '../waiting.tsx'

const Reader = lazy(() => import('./reader.tsx'))

export interface DocumentViewProps {
  readonly text: string
  readonly label: string
  /** Parts that the page speaks of, such as a statement that decided: the same list until they change. */
  readonly highlights?: readonly { readonly from: number; readonly to: number }[]
}

/** A policy document to be read: with line numbers and colours, and nothing to be typed. */
export function DocumentView(props: DocumentViewProps) {
  return (
    <Suspense fallback={<Waiting />}>
      <Reader {...props} />
    </Suspense>
  )
}
