import { failedLogin, strangerLogin } from '../../audit/sign-in-event.ts'
import { sealAttempt } from '../../authn/attempt.ts'
import { deviceCookie, deviceId } from '../../authn/device.ts'
import { principalOf } from '../../authn/find-caller.ts'
import { wideNetworkOf } from '../../domain/network.ts'
import { keysOf, type KeyOwner } from '../../store/access-keys.ts'
import { loginProfileOf } from '../../store/login-profiles.ts'
import { hashAt } from '../iam/login-profiles/new-password.ts'
import { describeRules, rulesOf } from '../iam/login-profiles/password-rules.ts'
import { readNamed } from './named.ts'
import { rememberedCookie } from './remembered.ts'
import { beginSession, endOf } from './session.ts'
import { step } from './step.ts'

/** A right password, and what goes on from it. Plain data: it crosses to the writer. */
interface Right {
  readonly owner: KeyOwner
  /** Of the password that was right: another in its place, and nothing of this counts. */
  readonly stamp: string
}

/** One sentence, whatever was wrong: nobody learns who exists, or who has a password. */
const incorrect = 'Your authentication information is incorrect. Please try again.'
const expired = 'Password expired. Contact your administrator'

/** Root by e-mail address, a user by account and name; then the password. The first step of signing in, and often the only one. */
export const SignIn = step<'SignIn', Right>('SignIn', {
  prepare({ input, browser, facts, view, now, means, fault }) {
    const { guess, account, owner } = readNamed(input, view)
    const { keyRing, guesses, passwords, refusals } = means
    const profile = owner && view.get(loginProfileOf, keysOf(owner))
    const principal = owner && principalOf(owner, view)
    const { sourceIp } = facts
    // A one-time password that ran out is as good as none.
    const usable = hashAt(profile, now) === undefined ? undefined : profile
    const device = profile && deviceId(browser.device, profile, keyRing, view)
    const asking = { address: wideNetworkOf(sourceIp), device: device !== undefined, busy: 'SignInThrottled' } as const
    const end = usable && endOf(usable, view)
    const right = usable && { owner: usable.owner, stamp: usable.stamp }
    const refuse = (code: 'AuthenticationFailed' | 'PasswordExpired', sentence: string) => {
      if (principal !== undefined) refusals.note(failedLogin(principal, facts), sourceIp, now)
      else {
        const reason = account === undefined ? 'NoSuchAccount' : 'NoSuchUser'
        refusals.noteStranger(reason, sourceIp, now, () => strangerLogin(account, facts))
      }
      return fault(code, sentence)
    }
    return async () => {
      const isRight = await guesses.during({ name: guess, address: sourceIp, device, busy: asking.busy }, () =>
        passwords.verify(usable?.hash, input.Password, asking),
      )
      if (!isRight || right === undefined) throw refuse('AuthenticationFailed', incorrect)
      if (end === 'Refused') throw refuse('PasswordExpired', expired)
      return right
    }
  },

  async run({ input, prepared: { owner, stamp }, aside, keyRing, fault, ...changing }) {
    const { browser, settle, now } = changing
    const { end, rules, principal, device, attempt } = await settle((view) => {
      const profile = view.get(loginProfileOf, keysOf(owner))
      if (profile?.stamp !== stamp || hashAt(profile, now) === undefined) throw fault('AuthenticationFailed', incorrect)
      return {
        end: endOf(profile, view),
        rules: describeRules(rulesOf(owner, view)),
        principal: principalOf(owner, view),
        device: deviceCookie(profile, keyRing, view),
        attempt: sealAttempt(
          { principal: owner, account: input.Account, step: 'ChangePassword', stamp },
          browser,
          keyRing,
          view,
        ),
      }
    })
    if (end === 'Refused') throw fault('PasswordExpired', expired)
    if (end !== undefined) {
      aside.cookies.push(attempt.cookie)
      return { Next: 'ChangePassword', Attempt: attempt.text, Reason: end, PasswordPolicy: rules }
    }
    aside.cookies.push(device)
    if (principal.type === 'User' && input.Account !== undefined) {
      aside.cookies.push(rememberedCookie({ Account: input.Account, UserName: principal.userName }))
    }
    return { Next: 'Done', Session: await beginSession({ owner, aside, ...changing }) }
  },
})
