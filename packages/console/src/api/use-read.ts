import {
  keepPreviousData,
  queryOptions,
  useQuery,
  type QueryFunction,
  type QueryKey,
  type SkipToken,
} from '@tanstack/react-query'
import { useCallback } from 'react'
import { currentSession, useSessionState } from '../session/session-state.ts'
import { ApiError } from './api-error.ts'
import { call } from './call.ts'
import { invalidates } from './invalidates.ts'
import { queryClient } from './query-client.ts'
import type { Input, Operation, OperationName, Output, Refusal, Service } from './types.ts'

export interface ReadOptions<Code extends string> {
  /** False while the input is not known yet. */
  readonly enabled?: boolean
  /** Codes that this screen has words for; they come as `error` instead of ending at the route's boundary. */
  readonly expects?: readonly Code[]
  /** Keeps the last answer on screen while the next one, for another input, is on its way: for pages of a table. */
  readonly keepPrevious?: boolean
  /** Asks again every so many milliseconds. */
  readonly every?: number | false
}

export interface Read<T> {
  readonly data: T | undefined
  /** A denial, or a code among `expects`. */
  readonly error: ApiError | undefined
  /** Nothing to show yet. */
  readonly pending: boolean
  /** An answer is on its way, the first one included. */
  readonly loading: boolean
  /** When `data` was answered, in milliseconds. */
  readonly at: number
  /** Asks again now. */
  readonly refresh: () => void
}

/** Reads by one operation and keeps the answer fresh. Denials come as `error`: show them with <Denied>. */
export function useRead<S extends Service, O extends Operation<S>>(
  service: S,
  operation: O,
  input: Input<S, O>,
  options: ReadOptions<Refusal<S, O>> = {},
): Read<Output<S, O>> {
  return useReadBy(readOptions(service, operation, input), options)
}

/** The same for an answer that takes several calls, such as all pages of a list (lists.ts). */
export function useReadBy<T>(
  query: { readonly queryKey: QueryKey; readonly queryFn?: QueryFunction<T> | SkipToken | undefined },
  { enabled = true, expects = [], keepPrevious = false, every = false }: ReadOptions<string> = {},
): Read<T> {
  const { phase } = useSessionState()
  const result = useQuery<T>({
    queryKey: query.queryKey,
    ...(query.queryFn && { queryFn: query.queryFn }),
    enabled: enabled && phase === 'open',
    refetchInterval: every,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
    throwOnError: (error, { state }) => state.data === undefined && !isExpected(error, expects),
  })
  const { refetch } = result
  const refresh = useCallback(() => void refetch(), [refetch])
  return {
    data: result.data,
    error: result.error instanceof ApiError && isExpected(result.error, expects) ? result.error : undefined,
    pending: result.isPending,
    loading: result.isFetching,
    at: result.dataUpdatedAt,
    refresh,
  }
}

/** The same read for where a hook cannot stand: `useQueries`, or `readNow` before a change. */
export function readOptions<S extends Service, O extends Operation<S>>(service: S, operation: O, input: Input<S, O>) {
  return queryOptions<Output<S, O>>({
    queryKey: keyOf(`${service}:${operation}`, input),
    queryFn: ({ signal }) => call(service, operation, input, { signal }),
  })
}

/**
 * Asks now, whatever is kept, and keeps the answer: just before a change that must not act on an old one. Not by way of the
 * query library, which would cancel it with an error of its own when the session is lost. Throws ApiError.
 */
export async function readNow<S extends Service, O extends Operation<S>>(
  service: S,
  operation: O,
  input: Input<S, O>,
): Promise<Output<S, O>> {
  const key = keyOf(`${service}:${operation}`, input)
  const output = await call(service, operation, input)
  queryClient.setQueryData(key, output)
  return output
}

/** After a change that did not go through useChange, such as CreateAccessKey: what it made stale is asked again. */
export function markStale(service: Service, operation: string): void {
  const stale: readonly string[] = invalidates[`${service}:${operation}` as OperationName] ?? []
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.includes(String(queryKey[2])) })
}

export function keyOf(name: string, input: unknown): QueryKey {
  const session = currentSession()
  return [session?.AccountId, session?.PrincipalId, name, input]
}

function isExpected(error: Error, expects: readonly string[]): boolean {
  return error instanceof ApiError && (error.isDenied || error.isSessionLoss || expects.includes(error.code))
}
