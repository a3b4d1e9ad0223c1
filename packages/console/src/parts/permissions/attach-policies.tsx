import { useT } from '../../i18n/language-provider.tsx'
import { ChooseEach } from '../choose-each.tsx'
import { calls, named, policyName, type Identity } from './identity.ts'
import { labels } from './labels.ts'
import { PolicyChoice } from './policy-choice.tsx'

export interface AttachPoliciesProps {
  readonly identity: Identity
  readonly attached: readonly string[]
  readonly onClose: () => void
}

/** Attaches managed policies, one call each. */
export function AttachPolicies({ identity, attached, onClose }: AttachPoliciesProps) {
  const t = useT()
  const { kind, name, arn } = identity
  return (
    <ChooseEach
      title={t(labels.attachTo, { name })}
      save={t(labels.attach)}
      operation={calls[kind].attach}
      inputOf={(PolicyArn) => ({ ...named(identity), PolicyArn })}
      resourceOf={() => arn}
      saying={(done) => t(labels.attached, { name, policies: done.map(policyName).join(', ') })}
      onClose={onClose}
    >
      {(choosing) => <PolicyChoice {...choosing} without={attached} />}
    </ChooseEach>
  )
}
