import { limits } from '../domain/limits.ts'
import type { Head } from '../store/head.ts'

/**
 * Told where a process finds that a state it has answered from is not in the database's history: after a restore, or a failover to a
 * server that lacked it. Changes that were answered may be undone.
 */
export type TellUndone = (seen: Head, found: Head) => void

/** History is forgotten after a while: what is older than that is missing without a reason to worry. */
export const isRemembered = (seen: Head, found: Head): boolean => seen.at >= found.at - limits.historyKept
