import { checkPrincipalNames } from '../checks/principals.ts'
import { type Draft, type DraftStatement } from '../draft.ts'
import { PolicyError } from '../errors.ts'

/** What the kinds of policies ask of a document besides what they have in common. Trust policies have nothing in common with them. */
export interface Rules {
  /** The sentence for text that is no JSON. */
  readonly notJson?: string
  readonly version2012?: true
  /** Statement ids may hold any character. */
  readonly anySid?: true
  /** Values that their comparison can never read are taken, and never match. */
  readonly anyConditionValue?: true
  /** Said last: who may be named, and what else the kind rules out. */
  check(statement: DraftStatement): void
}

export const rulesOf = {
  'identity-inline': { check: refusePrincipal },
  'identity-managed': { version2012: true, check: refusePrincipal },
  // Recorded from AssumeRole: STS takes the values that IAM refuses.
  session: {
    notJson: 'The policy is not in the valid JSON format.',
    anyConditionValue: true,
    check: refusePrincipal,
  },
  resource: { anySid: true, check: checkResourcePolicy },
  'service-control': { version2012: true, check: refusePrincipal },
  'resource-control': { version2012: true, check: checkResourceControl },
} as const satisfies Record<string, Rules>

function refusePrincipal({ principal }: DraftStatement): void {
  if (principal) throw new PolicyError('Policy document should not specify a principal.', principal.span)
}

const everyType = ['AWS', 'CanonicalUser', 'Federated', 'Service'] as const

function checkResourcePolicy({ principal, effect, span }: DraftStatement): void {
  if (!principal) throw new PolicyError('Missing required field Principal', span)
  if (principal.negated && effect.value === 'Allow') {
    throw new PolicyError('Allow with NotPrincipal is not allowed.', principal.span)
  }
  if (principal.value.type === 'string' && principal.value.value !== '*') {
    throw new PolicyError(`Invalid principal in policy: "${principal.value.value}"`, principal.span)
  }
  checkPrincipalNames(principal, everyType, everyType)
}

/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
function checkResourceControl(statement: DraftStatement): void {
  const { principal, action, effect, span } = statement
  const everyone = principal?.negated === false && principal.value.type === 'string' && principal.value.value === '*'
  if (everyone && action?.negated === false && (effect.value === 'Deny' || isFullAccess(statement))) return
  throw new PolicyError(
    'The provided policy document does not meet the requirements of the specified policy type.',
    span,
  )
}

/** The statement of RCPFullAWSAccess, the only one that may allow. */
function isFullAccess({ action, resource, conditions }: DraftStatement): boolean {
  const isAll = (list: DraftStatement['action']) =>
    list?.negated === false && list.values.every(({ value }) => value === '*')
  return isAll(action) && isAll(resource) && conditions.length === 0
}

/** Refuses a document that does not state the present version of the language. */
export function requireVersion2012({ version, span }: Draft): void {
  if (version?.value === '2012-10-17') return
  throw new PolicyError('Policy document must be version 2012-10-17 or greater.', version?.span ?? span)
}
