import type { Decision, PolicySetName } from '@keyward/policy'

interface Refusing {
  readonly effect: Decision['effect']
  readonly set?: PolicySetName | undefined
}

/** What AWS calls each kind of policy in a refusal: as one that does not allow, and as the one that denies. */
const kinds: Readonly<Record<PolicySetName | 'trust', { readonly named: string; readonly article: string }>> = {
  identity: { named: 'identity-based policy', article: 'an' },
  boundary: { named: 'permissions boundary', article: 'a' },
  session: { named: 'session policy', article: 'a' },
  resource: { named: 'resource-based policy', article: 'a' },
  // Of the one policy that a role is trusted by.
  trust: { named: 'role trust policy', article: 'the' },
  serviceControl: { named: 'service control policy', article: 'a' },
  resourceControl: { named: 'resource control policy', article: 'a' },
}

/** The actions that a role's trust policy decides: in the sentence it has a name of its own. */
const trusted = /^sts:(assumerole|tagsession|setsourceidentity)/i

/**
 * Why, in the words that end a refusal: which kind of policy did not allow, or denied. Of several kinds AWS names one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function refusalReason({ effect, set = 'identity' }: Refusing, action: string): string {
  const { named, article } = kinds[set === 'resource' && trusted.test(action) ? 'trust' : set]
  return effect === 'ExplicitDeny'
    ? ` with an explicit deny in ${article} ${named}`
    : ` because no ${named} allows the ${action} action`
}
