/**
 * Every address of the console, in the pattern language of the router. The build writes them to dist/routes.json, and the
 * server answers with the page for these and no others; routes.tsx says what stands at each.
 */
export const paths = [
  '/',
  '/console',
  '/console/home',
  '/iam',
  '/iam/home',
  '/iam/users',
  '/iam/users/create',
  '/iam/users/details/:name',
  '/iam/users/details/:name/create-policy',
  '/iam/users/details/:name/edit-policy',
  '/iam/users/details/:name/create-access-key',
  '/iam/users/details/:name/rotate-access-key',
  '/iam/groups',
  '/iam/groups/create',
  '/iam/groups/details/:name',
  '/iam/groups/details/:name/create-policy',
  '/iam/groups/details/:name/edit-policy',
  '/iam/policies',
  '/iam/policies/create',
  '/iam/policies/details/:arn',
  '/iam/policies/details/:arn/edit',
  '/iam/policy_simulator',
  '/iam/authorization_message',
  '/iam/security_credentials',
  '/iam/security_credentials/create-access-key',
  '/iam/security_credentials/rotate-access-key',
  '/iam/account_settings',
  '/iam/credential_report',
  '/iam/access_key_lookup',
  '/iam/protecting_keys',
  '/signin',
  '/signin/root',
  '/signin/password-change',
  '/signin/:account',
] as const

export type Path = (typeof paths)[number]
