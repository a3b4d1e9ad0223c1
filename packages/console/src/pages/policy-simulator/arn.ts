/** Whose policies are simulated. */
export interface Principal {
  readonly kind: 'user' | 'group'
  readonly name: string
  readonly account: string
}

/** Reads the ARN of a user or a group, whatever its path. Undefined for anything else. */
export function principalOf(arn: string): Principal | undefined {
  const [, account = '', kind, name = ''] = /^arn:aws:iam::(\d{12}):(user|group)\/(?:.*\/)?([^/]+)$/.exec(arn) ?? []
  return kind === 'user' || kind === 'group' ? { kind, name, account } : undefined
}
