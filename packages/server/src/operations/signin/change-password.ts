import { changeEvent, type OwnEvent } from '../../audit/event.ts'
import { failedLogin, passwordUpdated } from '../../audit/sign-in-event.ts'
import { attemptEnded, openAttempt } from '../../authn/attempt.ts'
import { deviceCookie } from '../../authn/device.ts'
import { principalOf } from '../../authn/find-caller.ts'
import { authorize } from '../../authz/authorize.ts'
import type { View } from '../../directory/view.ts'
import type { CallFacts, Caller, Principal } from '../../domain/caller.ts'
import { ServiceError } from '../../errors.ts'
import { operationModel } from '../../protocol/protocol.ts'
import type { KeyRing } from '../../secrets/key-ring.ts'
import { keysOf, type KeyOwner } from '../../store/access-keys.ts'
import { loginProfileOf, type LoginProfile } from '../../store/login-profiles.ts'
import { onLoginProfile } from '../iam/login-profiles/login-profile.ts'
import { putReplacement, type PreparedPassword } from '../iam/login-profiles/new-password.ts'
import { prepareOwnChange } from '../iam/login-profiles/own-change.ts'
import { rulesOf, type PasswordRules } from '../iam/login-profiles/password-rules.ts'
import { rememberedCookie } from './remembered.ts'
import { beginSession, endOf } from './session.ts'
import { step } from './step.ts'

/** What the writer goes on from. Plain data. */
interface Prepared {
  readonly password: PreparedPassword
  readonly principal: KeyOwner
  /** What was typed at the first step. */
  readonly account: string | undefined
}

/**
 * The second step, for who gave a right password that has come to its end: another in its place, and a session. It asks for what
 * iam:ChangePassword asks for, as that user.
 */
export const ChangePassword = step<'ChangePassword', Prepared>('ChangePassword', {
  prepare({ browser, ...calling }) {
    const { input, facts, view, now, means } = calling
    const attempt = openAttempt(input.Attempt, 'ChangePassword', browser, means.keyRing, view)
    const judged = judge(attempt.principal, attempt.stamp, facts, view, means.keyRing)
    const change = prepareOwnChange({
      ...calling,
      ...judged,
      busy: 'SignInThrottled',
      incorrect() {
        means.refusals.note(failedLogin(judged.principal, facts), facts.sourceIp, now)
        return new ServiceError('AuthenticationFailed', 'The old password was incorrect.')
      },
    })
    return async () => ({ password: await change(), principal: attempt.principal, account: attempt.account })
  },

  async run({ prepared: { password, principal: owner, account }, facts, aside, keyRing, ...changing }) {
    const { store, settle, now } = changing
    const judged = await settle((view) => judge(owner, password.stamp, facts, view, keyRing))
    await putReplacement(store, judged, password, { resetRequired: false, now, session: undefined })
    const { principal } = judged
    aside.events.push(changeRecord(principal, facts, now))
    const Session = await beginSession({ owner, facts, aside, ...changing })
    aside.cookies.push(
      { name: 'attempt', value: undefined, secondsMax: undefined },
      await settle((view) => deviceCookie(passwordOf(owner, view), keyRing, view)),
    )
    if (principal.type === 'User' && account !== undefined) {
      aside.cookies.push(rememberedCookie({ Account: account, UserName: principal.userName }))
    }
    return { Next: 'Done', Session }
  },
})

interface Judged {
  readonly profile: LoginProfile
  readonly principal: Principal
  readonly rules: PasswordRules
}

/** In both judgements: the password is still the one that was right, and may be changed by who knows it. */
function judge(owner: KeyOwner, stamp: string, facts: CallFacts, view: View, keyRing: KeyRing): Judged {
  const profile = view.get(loginProfileOf, keysOf(owner))
  // Changed by whomever, or gone with its user: what was proven is proven no more.
  if (profile?.stamp !== stamp) throw attemptEnded()
  // Come to its end meanwhile, for an administrator to renew: the first step says so.
  if (endOf(profile, view) === 'Refused') throw attemptEnded()
  const principal = principalOf(owner, view)
  const judged = { profile, principal, rules: rulesOf(owner, view) }
  // Root is asked for no permission, here as everywhere.
  if (principal.type === 'Root') return judged
  const caller = callerWithoutSession(principal, view.now)
  try {
    authorize(caller, facts, onLoginProfile('iam:ChangePassword', undefined, caller, view), view, keyRing)
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'AccessDenied') throw error
    throw new ServiceError(
      'AccessDenied',
      'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator',
      error,
    )
  }
  return judged
}

/** A user who has given the password and has no session yet: without MFA, as the session would be. */
const callerWithoutSession = (principal: Principal, now: number): Caller => ({
  principal,
  accessKeyId: '',
  session: { id: '', provenAt: now, mfaPresent: false },
})

function passwordOf(owner: KeyOwner, view: View): LoginProfile {
  const profile = view.get(loginProfileOf, keysOf(owner))
  if (profile === undefined) throw new Error('a password that was just written is not there')
  return profile
}

/** A user's change is that call of IAM; root's has a record of its own. */
function changeRecord(principal: Principal, facts: CallFacts, now: number): OwnEvent {
  const operation = operationModel('iam', 'ChangePassword')
  if (principal.type === 'Root' || operation === undefined) return passwordUpdated(principal, facts)
  return changeEvent({ caller: callerWithoutSession(principal, now), facts, operation, input: {}, result: undefined })
}
