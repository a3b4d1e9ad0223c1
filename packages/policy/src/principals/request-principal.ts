/** Who asks. Accounts are twelve digits; ARNs and ids are compared as they stand. */
export type RequestPrincipal =
  | { readonly type: 'Root'; readonly account: string; readonly arn: string }
  | { readonly type: 'User'; readonly account: string; readonly arn: string; readonly userId: string }
  | {
      readonly type: 'AssumedRole'
      readonly account: string
      readonly roleArn: string
      readonly roleId: string
      readonly sessionArn: string
    }
  | {
      readonly type: 'FederatedUser'
      readonly account: string
      readonly sessionArn: string
      readonly userArn: string
      readonly userId: string
    }
  | { readonly type: 'Service'; readonly service: string }
  | { readonly type: 'Federated'; readonly provider: string }
  | { readonly type: 'CanonicalUser'; readonly id: string }
  | { readonly type: 'Anonymous' }
