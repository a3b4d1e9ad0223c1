import { useMemo } from 'react'
import type { ApiError } from '../../api/api-error.ts'
import { useRead } from '../../api/use-read.ts'
import { readDecoded, type DecodedReason } from './decoded-reason.ts'

/**
 * - `hidden`: the person may not open reasons.
 * - `undecodable`: nobody of this account can open this one.
 */
export type Decoded =
  | { readonly state: 'waiting' | 'undecodable' }
  | { readonly state: 'hidden'; readonly error: ApiError }
  | { readonly state: 'open'; readonly decoded: DecodedReason }

/** Opens a sealed reason, where the person who is signed in may. */
export function useDecoded(sealed: string): Decoded {
  const read = useRead(
    'sts',
    'DecodeAuthorizationMessage',
    { EncodedMessage: sealed },
    { expects: ['InvalidAuthorizationMessageException'] },
  )
  const text = read.data?.DecodedMessage
  const decoded = useMemo(() => (text === undefined ? undefined : readDecoded(text)), [text])
  if (decoded) return { state: 'open', decoded }
  if (read.error?.isDenied === true) return { state: 'hidden', error: read.error }
  return { state: read.pending ? 'waiting' : 'undecodable' }
}
