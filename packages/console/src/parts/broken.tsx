import { Fragment } from 'react'
import { partsOf } from './parts-of.ts'

/** An ARN, an address or a path: where it is too long for its place, it breaks between its parts. */
export function Broken({ text }: { readonly text: string }) {
  const parts = partsOf(text)
  return parts.map((part, at) => (
    <Fragment key={at}>
      {part}
      {at < parts.length - 1 && <wbr />}
    </Fragment>
  ))
}
