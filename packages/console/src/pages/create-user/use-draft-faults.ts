import { useT } from '../../i18n/language-provider.tsx'
import { faultText, useFieldFaults } from '../../parts/field-fault.ts'
import { passwordViolation } from '../../parts/password-violation.ts'
import { findPolicyFault } from '../../parts/policy/find-fault.ts'
import { hasTagFault } from '../../parts/tags/tag-faults.ts'
import type { PasswordChoice } from '../user/password-fields.tsx'
import type { Draft } from './draft.ts'
import { labels } from './labels.ts'
import type { Progress } from './use-creation.ts'

/** What is wrong with a draft, each at its field: the model's word before it is sent, the server's after. */
export function useDraftFaults(draft: Draft, choice: PasswordChoice, failed: Progress['failed'], tried: boolean) {
  const t = useT()
  // What was corrected since is not held against it any more.
  const isCorrected =
    failed?.task.kind === 'user' && (failed.draft.name !== draft.name || failed.draft.path !== draft.path)
  const refusalOf = (kind: string) => (failed?.task.kind === kind && !isCorrected ? failed.error : undefined)
  const [user, password, inline] = [refusalOf('user'), refusalOf('password'), refusalOf('inline')]
  // Names and paths are judged while they are typed: a wrong character is best taken back at once.
  const ofUser = useFieldFaults('iam:CreateUser', user, draft.name !== '' || tried)
  const ofPath = useFieldFaults('iam:CreateUser', user, true)
  const ofPassword = useFieldFaults('iam:CreateLoginProfile', password, tried)
  const ofPolicy = useFieldFaults('iam:PutUserPolicy', inline, tried)
  const said = (error: typeof user, ...codes: readonly string[]) =>
    error && codes.includes(error.code) ? error.message : undefined

  const pathFault = draft.path === '' ? undefined : faultText(t, 'iam:CreateUser', 'Path', draft.path)
  const blocks = (step: 'details' | 'permissions' | 'review'): boolean => {
    switch (step) {
      case 'details':
        return (
          faultText(t, 'iam:CreateUser', 'UserName', draft.name) !== undefined ||
          pathFault !== undefined ||
          (draft.console &&
            choice.kind === 'custom' &&
            faultText(t, 'iam:CreateLoginProfile', 'Password', choice.typed) !== undefined)
        )
      case 'permissions':
        return (
          draft.inline === 'json' &&
          (faultText(t, 'iam:PutUserPolicy', 'PolicyName', draft.policyName) !== undefined ||
            findPolicyFault(draft.document) !== undefined)
        )
      case 'review':
        return hasTagFault(t, draft.tags)
      default:
        return step satisfies never
    }
  }
  return {
    name: said(user, 'EntityAlreadyExists') ?? ofUser.of('UserName', draft.name),
    path:
      pathFault === undefined ? (draft.path === '' ? undefined : ofPath.of('Path', draft.path)) : t(labels.pathForm),
    password:
      (password?.code === 'PasswordPolicyViolation' ? passwordViolation(t, password) : undefined) ??
      (choice.kind === 'custom' ? ofPassword.of('Password', choice.typed) : undefined),
    policyName: ofPolicy.of('PolicyName', draft.policyName),
    refusal: said(inline, 'MalformedPolicyDocument', 'LimitExceeded'),
    /** Whether a step is not ready to be left. */
    blocks,
  }
}
