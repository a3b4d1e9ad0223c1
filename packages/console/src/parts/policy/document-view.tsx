import './policy-editor.css'
import { lazy, Suspense } from 'react'
import { Waiting } from '../waiting.tsx'
import type { ReaderProps } from './reader.tsx'

const Reader = lazy(() => import('./reader.tsx'))

/** A policy document to be read: with line numbers and colours, and nothing to be typed. */
export function DocumentView(props: ReaderProps) {
  return (
    <Suspense fallback={<Waiting />}>
      <Reader {...props} />
    </Suspense>
  )
}
