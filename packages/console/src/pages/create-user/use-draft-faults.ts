import { useT } from '../../i18n/language-provider.tsx'
import { faultText, useFieldFaults } from '../../parts/field-fault.ts'
import { passwordViolation } from '../../parts/password-violation.ts'
import { findPolicyFault } from '../../parts/policy/find-fault.ts'
import { hasTagFault } from '../../parts/tags/tag-faults.ts'
import type { PasswordChoice } from '../user/password-fields.tsx'
import type { Draft } from './draft.ts'
import { labels } from './labels.ts'
import type { Task } from './tasks.ts'
import type { Creation } from './use-creation.ts'

/** What is wrong with a draft, each at its field: the model's word before it is sent, the server's after. */
export function useDraftFaults(draft: Draft, choice: PasswordChoice, failed: Creation['failed'], tried: boolean) {
  const t = useT()
  const refusalOf = (wanted: string) => {
    // A copied policy has no field of its own: what is said of it stands beside its call.
    const isOwn = (task: Task) => task.kind !== 'inline' || task.name === draft.policyName
    const found = failed.find(({ task }) => task.kind === wanted && isOwn(task))
    if (!found) return undefined
    const { draft: then } = found.order
    // What was corrected since is not held against it any more.
    const isCorrected = wanted === 'user' && (then.name !== draft.name || then.path !== draft.path)
    return isCorrected ? undefined : found.error
  }
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
          draft.boundary === '' ||
          (draft.inline === 'json' &&
            (faultText(t, 'iam:PutUserPolicy', 'PolicyName', draft.policyName) !== undefined ||
              findPolicyFault(draft.document) !== undefined))
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
    boundary: tried && draft.boundary === '' ? t(labels.boundaryNeeded) : undefined,
    policyName: ofPolicy.of('PolicyName', draft.policyName),
    refusal: said(inline, 'MalformedPolicyDocument', 'LimitExceeded'),
    /** Whether a step is not ready to be left. */
    blocks,
  }
}
