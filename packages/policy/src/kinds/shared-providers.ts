import { type ConditionOperator } from '../conditions/operators.ts'
import { strings, type DraftStatement } from '../draft.ts'
import { PolicyError } from '../errors.ts'
import { compilePattern, matchesPattern } from '../pattern.ts'

const sub = ['sub']
const aud = ['aud']

/**
 * Identity providers that sign for everybody's workloads, and the claims that tell whose a token is: without one of them anybody's
 * would do.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
const sharedProviders: ReadonlyMap<string, readonly string[]> = new Map([
  ['accounts.google.com', ['aud', 'oaud', 'sub']],
  ['agent.buildkite.com', sub],
  ['api.pulumi.com/oidc', aud],
  ['app.terraform.io', sub],
  ['cognito-identity.amazonaws.com', aud],
  ['gitlab.com', sub],
  ['oidc-configuration.audit-log.githubusercontent.com', sub],
  ['oidc.codefresh.io', sub],
  ['oidc.vercel.com', aud],
  ['proidc.upbound.io', sub],
  ['sandboxes.cloud', aud],
  ['scalr.io', sub],
  ['studio.datachain.ai/api', sub],
  ['token.actions.githubusercontent.com', ['sub', 'job_workflow_ref']],
  ['tokens.cloud.shisho.dev', sub],
  ['vstoken.actions.githubusercontent.com', sub],
])

/** Refuses to let everybody's workloads in: an Allow for web identities of a shared provider asks whose they are. */
export function checkSharedProviders({ principal, effect, action, conditions }: DraftStatement): void {
  if (effect.value !== 'Allow' || principal?.value.type !== 'object') return
  const federated = principal.value.members.get('Federated')?.value
  const providers = federated ? strings(federated) : []
  if (conditions.length === 0) {
    const cognito = providers.find(({ value }) => value === 'cognito-identity.amazonaws.com')
    if (cognito) throw new PolicyError('A condition block must be present for the Cognito provider', cognito.span)
  }
  if (!isForWebIdentities(action)) return
  for (const { value, span } of providers) {
    const keys = sharedProviderKeys(value)
    if (!keys || conditions.some(({ operator, key, values }) => isScoped(operator, key.value, values, keys))) continue
    throw new PolicyError(
      `Trust policy with trusted principal ${value} must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, ${keys.join(' or ')} which is not scoped to all.`,
      span,
    )
  }
}

/** The condition keys of which one must be asked of a shared provider; undefined for a provider of one's own. */
export function sharedProviderKeys(provider: string): readonly string[] | undefined {
  const issuer = provider.replace(/^arn:[^:]*:iam::[0-9]*:oidc-provider\//, '').toLowerCase()
  return sharedProviders.get(issuer)?.map((claim) => `${issuer}:${claim}`)
}

function isForWebIdentities(action: DraftStatement['action']): boolean {
  const named = action?.values.some(({ value }) =>
    matchesPattern(compilePattern(value.toLowerCase()), 'sts:assumerolewithwebidentity'),
  )
  return named !== action?.negated
}

const comparisons: ReadonlySet<string> = new Set(['StringEquals', 'StringEqualsIgnoreCase', 'StringLike'])

/** One value that is scoped is enough, whatever stands beside it: recorded from AWS. What an absent claim satisfies does not ask for it. */
export function isScoped(
  operator: ConditionOperator,
  key: string,
  values: readonly { readonly text: string }[],
  keys: readonly string[],
): boolean {
  if (!comparisons.has(operator.comparison) || operator.ifExists || operator.quantifier === 'ForAllValues') return false
  const name = key.toLowerCase()
  // GitHub's subjects begin with whose they are: a star there is everybody.
  const unscoped = name.startsWith('token.actions.githubusercontent.com:') ? /^\*|^[*?]*$/ : /^[*?]*$/
  return keys.includes(name) && values.some(({ text }) => !unscoped.test(text))
}
