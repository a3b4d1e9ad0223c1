import type { ApiError } from '../../api/api-error.ts'
import { useRead, type Read } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { useSession } from '../../session/session-state.ts'
import { usersAddress } from '../users/users-address.ts'
import { labels } from './labels.ts'

export interface Recommendation {
  readonly name: string
  /** `unknown`: the caller may not ask. */
  readonly state: 'waiting' | 'good' | 'act' | 'unknown'
  readonly title: string
  readonly text?: string
  readonly cure?: { readonly text: string; readonly href: string }
  readonly denied?: { readonly error: ApiError; readonly action: string; readonly resource: string }
}

/** One user is enough: the answer tells how many there are. */
const counting = { MaxItems: 1 } as const

/** Every check of the dashboard, most urgent first. */
export function useRecommendations() {
  const t = useT()
  const session = useSession()
  const bootstrap = useRead('keyward', 'SearchUsers', { ...counting, Bootstrap: true })
  const old = useRead('keyward', 'SearchUsers', { ...counting, KeyOlderThanDays: 90 })
  const unused = useRead('keyward', 'SearchUsers', { ...counting, KeyNotUsedForDays: 90 })
  const summary = useRead('iam', 'GetAccountSummary', {})
  const policy = useRead('iam', 'GetAccountPasswordPolicy', {}, { expects: ['NoSuchEntity'] })
  const reads = [bootstrap, old, unused, summary, policy]

  const users = `arn:aws:iam::${session.AccountId}:user/*`
  const showUsers = (query: Parameters<typeof usersAddress>[0]) => ({
    text: t(labels.showUsers),
    href: usersAddress(query),
  })

  const bootstrapOwner = bootstrap.data?.Users[0]?.UserName
  const bootstrapHome =
    bootstrapOwner === session.UserName
      ? '/iam/security_credentials'
      : `/iam/users/details/${encodeURIComponent(bootstrapOwner ?? '')}?section=security_credentials`
  const rootKeys = summary.data?.SummaryMap?.['AccountAccessKeysPresent'] ?? 0
  const isRoot = session.PrincipalType === 'Root'

  const items: readonly Recommendation[] = [
    judge('bootstrap', bootstrap, {
      isGood: ({ TotalCount }) => TotalCount === 0,
      topic: t(labels.bootstrapTopic),
      good: t(labels.bootstrapGood),
      act: t(labels.bootstrapAct),
      text: t(labels.bootstrapActText),
      cure: { text: t(labels.bootstrapCure), href: bootstrapHome },
      asks: ['iam:ListAccessKeys', users],
    }),
    judge('root', summary, {
      isGood: () => rootKeys === 0,
      topic: t(labels.rootTopic),
      good: t(labels.rootGood),
      act: t(labels.rootAct),
      text: isRoot ? t(labels.rootActText) : `${t(labels.rootActText)} ${t(labels.rootSignIn)}`,
      ...(isRoot && { cure: { text: t(labels.rootCure), href: '/iam/security_credentials' } }),
      asks: ['iam:GetAccountSummary', '*'],
    }),
    judge('old', old, {
      isGood: ({ TotalCount }) => TotalCount === 0,
      topic: t(labels.oldTopic),
      good: t(labels.oldGood),
      act: t(labels.oldAct, { count: old.data?.TotalCount ?? 0 }),
      text: t(labels.oldActText),
      cure: showUsers({ keyOlderThanDays: 90 }),
      asks: ['iam:ListAccessKeys', users],
    }),
    judge('unused', unused, {
      isGood: ({ TotalCount }) => TotalCount === 0,
      topic: t(labels.unusedTopic),
      good: t(labels.unusedGood),
      act: t(labels.unusedAct, { count: unused.data?.TotalCount ?? 0 }),
      text: t(labels.unusedActText),
      cure: showUsers({ keyNotUsedForDays: 90 }),
      asks: ['iam:GetAccessKeyLastUsed', users],
    }),
    judge('policy', policy, {
      isGood: () => true,
      // The account has none of its own: that is what is to be mended, and no failure.
      isAct: ({ code }) => code === 'NoSuchEntity',
      topic: t(labels.policyTopic),
      good: t(labels.policyGood),
      act: t(labels.policyAct),
      text: t(labels.policyActText),
      cure: { text: t(labels.policyCure), href: '/iam/account_settings' },
      asks: ['iam:GetAccountPasswordPolicy', '*'],
    }),
  ]
  const refresh = () => {
    for (const read of reads) read.refresh()
  }
  return { items, refresh, loading: reads.some((read) => read.loading) }
}

interface Check<T> {
  readonly isGood: (found: T) => boolean
  readonly isAct?: (error: ApiError) => boolean
  /** What it is about, while nothing is known. */
  readonly topic: string
  readonly good: string
  readonly act: string
  readonly text: string
  readonly cure?: { readonly text: string; readonly href: string }
  /** The action and the resource that the check needs. */
  readonly asks: readonly [action: string, resource: string]
}

function judge<T>(name: string, { data, error }: Read<T>, check: Check<T>): Recommendation {
  const { isGood, isAct, topic, good, act, text, cure, asks } = check
  const toDo: Recommendation = { name, state: 'act', title: act, text, ...(cure && { cure }) }
  if (error !== undefined) {
    if (isAct?.(error) === true) return toDo
    return { name, state: 'unknown', title: topic, denied: { error, action: asks[0], resource: asks[1] } }
  }
  if (data === undefined) return { name, state: 'waiting', title: topic }
  return isGood(data) ? { name, state: 'good', title: good } : toDo
}
