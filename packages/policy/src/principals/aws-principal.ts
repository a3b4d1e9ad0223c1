/** Whom an AWS principal of a document names. */
export type AwsPrincipal =
  | { readonly type: 'Everyone' }
  /** Twelve digits, or the ARN of the account's root user: both stand for the account and all that is in it. */
  | { readonly type: 'Account'; readonly account: string }
  | { readonly type: 'User' | 'Role' | 'AssumedRole' | 'FederatedUser'; readonly account: string; readonly arn: string }
  /** `AIDA…` or `AROA…`: one user or role for ever. A dead one matches nobody, whoever has its name now. */
  | { readonly type: 'UniqueId'; readonly id: string }

const arn = /^arn:aws[a-z-]*:(iam|sts)::([0-9]{12}):([^/]+)(?:\/(.+))?$/
const uniqueId = /^(?:AIDA|AROA)[A-Z0-9]{12,124}$/

/**
 * Reads the text of an AWS principal, or answers undefined where it can name nobody: a group, an ARN of anything else,
 * a wildcard that is not the whole text, an assumed role without its session.
 */
export function readAwsPrincipal(text: string): AwsPrincipal | undefined {
  if (text === '*') return { type: 'Everyone' }
  if (/[*?]/.test(text)) return undefined
  if (/^[0-9]{12}$/.test(text)) return { type: 'Account', account: text }
  if (uniqueId.test(text)) return { type: 'UniqueId', id: text }
  const [, service, account, kind, name] = arn.exec(text) ?? []
  if (account === undefined) return undefined
  if (service === 'iam' && kind === 'root' && name === undefined) return { type: 'Account', account }
  const type = name === undefined ? undefined : typeOf(`${service}:${kind}`, name)
  return type && { type, account, arn: text }
}

function typeOf(kind: string, name: string) {
  switch (kind) {
    case 'iam:user':
      return 'User'
    case 'iam:role':
      return 'Role'
    case 'sts:assumed-role':
      return /^[^/]+\/[^/]+$/.test(name) ? 'AssumedRole' : undefined
    case 'sts:federated-user':
      return 'FederatedUser'
    default:
      return undefined
  }
}
