import { randomBytes } from 'node:crypto'
import { consoleLogin } from '../../audit/sign-in-event.ts'
import { sessionIdOf } from '../../authn/browser.ts'
import { principalOf } from '../../authn/find-caller.ts'
import type { View } from '../../directory/view.ts'
import type { Browser } from '../../domain/browser.ts'
import { uniqueId, type CallFacts } from '../../domain/caller.ts'
import { mintSessionKeyId } from '../../domain/ids.ts'
import { limits } from '../../domain/limits.ts'
import type { ChangeReasonType, Session } from '../../protocol/types/signin.ts'
import { keysOf, type KeyOwner } from '../../store/access-keys.ts'
import { accountById } from '../../store/accounts.ts'
import { aliasOfAccount } from '../../store/aliases.ts'
import type { ConsoleSession } from '../../store/console-sessions.ts'
import { loginProfileOf, type LoginProfile } from '../../store/login-profiles.ts'
import { passwordPolicyOf } from '../../store/password-policies.ts'
import type { Store } from '../../store/store.ts'
import type { Aside } from '../aside.ts'
import { expiryOf } from '../iam/login-profiles/new-password.ts'
import type { Settle } from '../operation.ts'

/** A session as its page shows it. */
export function describeSession(session: ConsoleSession, view: View): Session {
  const { account } = session
  const principal = principalOf(session, view)
  const alias = view.get(aliasOfAccount, { account })
  const passwordEnds = passwordEndsAt(session, view)
  return {
    Handle: session.handle,
    AccountId: account,
    ...(alias !== undefined && { AccountAlias: alias }),
    PrincipalType: principal.type,
    PrincipalId: uniqueId(principal),
    Arn: principal.arn,
    ...(principal.type === 'User'
      ? { UserName: principal.userName }
      : { Email: view.get(accountById, { id: account })?.rootEmail }),
    ExpiresAt: session.endsAt,
    ...(passwordEnds !== undefined && { PasswordExpiresAt: passwordEnds }),
  }
}

/** When the policy of the account ends a user's password. Never root's: no policy is asked of it. */
function passwordEndsAt(owner: KeyOwner, view: View): number | undefined {
  const profile = owner.userId === undefined ? undefined : view.get(loginProfileOf, keysOf(owner))
  return profile && expiryOf(profile, view.get(passwordPolicyOf, { account: owner.account }))
}

/** Why a right password has come to its end, if it has: another is to be chosen, or an administrator has to be asked. */
export function endOf(profile: LoginProfile, view: View): ChangeReasonType | 'Refused' | undefined {
  const endsAt = passwordEndsAt(profile.owner, view)
  if (endsAt !== undefined && view.now >= endsAt) {
    return view.get(passwordPolicyOf, { account: profile.owner.account })?.hardExpiry === true ? 'Refused' : 'Expired'
  }
  return profile.resetRequired ? 'ResetRequired' : undefined
}

interface Beginning {
  readonly owner: KeyOwner
  readonly browser: Browser
  readonly facts: CallFacts
  readonly aside: Aside
  readonly store: Store
  readonly settle: Settle
  readonly now: number
}

/**
 * Begins a session for who was proven, in place of the one this browser had. Its cookie is always a new one: what someone else may have
 * put into the browser before is never made valid.
 */
export async function beginSession({ owner, browser, facts, aside, store, settle, now }: Beginning): Promise<Session> {
  const cookie = randomBytes(32).toString('base64url')
  const session: ConsoleSession = {
    id: sessionIdOf(cookie),
    handle: randomBytes(18).toString('base64url'),
    accessKeyId: mintSessionKeyId(owner.account),
    ...owner,
    provenAt: now,
    endsAt: now + limits.consoleSessionDuration,
    mfaAt: undefined,
  }
  const principal = await settle((view) => principalOf(owner, view))
  if (browser.sessionId !== undefined) await store.consoleSessions.delete(browser.sessionId)
  await store.consoleSessions.insert(
    {
      ...session,
      originalPrincipal: principal.arn,
      provenBy: 'Password',
      browser: JSON.stringify([facts.userAgent ?? '', facts.sourceIp ?? 'unix']),
    },
    { atMost: limits.consoleSessionsPerPrincipal, expiredAtMost: limits.expiredSessionsPerSignIn },
  )
  await store.loginProfiles.noteUse(owner, now)
  aside.cookies.push({ name: 'session', value: cookie, secondsMax: undefined })
  aside.events.push(consoleLogin(principal, facts))
  return settle((view) => describeSession(session, view))
}
