import type { ComponentType } from 'react'
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import type { Path } from './paths.ts'
import { NotFound } from './pages/not-found/not-found.tsx'
import { RouteError } from './parts/route-error.tsx'

type Loaded = Promise<{ readonly Component: ComponentType }>

/** Screens in the shell: for somebody who is signed in. `load` imports the screen when its address is first visited. */
const screens: { readonly [P in Path]?: () => Loaded } = {
  '/iam/home': async () => ({ Component: (await import('./pages/home/home.tsx')).Home }),
  '/iam/users': async () => ({ Component: (await import('./pages/users/users.tsx')).Users }),
  '/iam/users/create': async () => ({ Component: (await import('./pages/create-user/create-user.tsx')).CreateUser }),
  '/iam/users/details/:name': async () => ({ Component: (await import('./pages/user/user.tsx')).User }),
  '/iam/users/details/:name/create-policy': async () => ({
    Component: (await import('./pages/inline-policy/inline-policy.tsx')).CreateUserPolicy,
  }),
  '/iam/users/details/:name/edit-policy': async () => ({
    Component: (await import('./pages/inline-policy/inline-policy.tsx')).EditUserPolicy,
  }),
  '/iam/users/details/:name/create-access-key': async () => ({
    Component: (await import('./pages/create-access-key/create-access-key.tsx')).CreateAccessKey,
  }),
  '/iam/users/details/:name/rotate-access-key': async () => ({
    Component: (await import('./pages/rotate-access-key/rotate-access-key.tsx')).RotateAccessKey,
  }),
  '/iam/policies': async () => ({ Component: (await import('./pages/policies/policies.tsx')).Policies }),
  '/iam/policies/create': async () => ({
    Component: (await import('./pages/create-policy/create-policy.tsx')).CreatePolicy,
  }),
  '/iam/policies/details/:arn': async () => ({ Component: (await import('./pages/policy/policy.tsx')).Policy }),
  '/iam/policies/details/:arn/edit': async () => ({
    Component: (await import('./pages/policy/edit-policy.tsx')).EditPolicy,
  }),
  '/iam/groups': async () => ({ Component: (await import('./pages/groups/groups.tsx')).Groups }),
  '/iam/groups/create': async () => ({
    Component: (await import('./pages/create-group/create-group.tsx')).CreateGroup,
  }),
  '/iam/groups/details/:name': async () => ({ Component: (await import('./pages/group/group.tsx')).Group }),
  '/iam/groups/details/:name/create-policy': async () => ({
    Component: (await import('./pages/inline-policy/inline-policy.tsx')).CreateGroupPolicy,
  }),
  '/iam/groups/details/:name/edit-policy': async () => ({
    Component: (await import('./pages/inline-policy/inline-policy.tsx')).EditGroupPolicy,
  }),
  '/iam/policy_simulator': async () => ({
    Component: (await import('./pages/policy-simulator/policy-simulator.tsx')).PolicySimulator,
  }),
  '/iam/authorization_message': async () => ({
    Component: (await import('./pages/authorization-message/authorization-message.tsx')).AuthorizationMessage,
  }),
  '/iam/security_credentials': async () => ({
    Component: (await import('./pages/security-credentials/security-credentials.tsx')).SecurityCredentials,
  }),
  '/iam/security_credentials/create-access-key': async () => ({
    Component: (await import('./pages/create-access-key/create-access-key.tsx')).CreateAccessKey,
  }),
  '/iam/security_credentials/rotate-access-key': async () => ({
    Component: (await import('./pages/rotate-access-key/rotate-access-key.tsx')).RotateAccessKey,
  }),
  '/iam/account_settings': async () => ({
    Component: (await import('./pages/account-settings/account-settings.tsx')).AccountSettings,
  }),
  '/iam/credential_report': async () => ({
    Component: (await import('./pages/credential-report/credential-report.tsx')).CredentialReport,
  }),
  '/iam/access_key_lookup': async () => ({
    Component: (await import('./pages/access-key-lookup/access-key-lookup.tsx')).AccessKeyLookup,
  }),
  '/iam/protecting_keys': async () => ({
    Component: (await import('./pages/protecting-keys/protecting-keys.tsx')).ProtectingKeys,
  }),
}

/** The pages of signing in: no shell, and nothing of it is loaded. */
const signIn: { readonly [P in Path]?: () => Loaded } = {
  '/signin': async () => ({ Component: (await import('./pages/signin/signin.tsx')).SignInPage }),
  '/signin/root': async () => ({ Component: (await import('./pages/signin/root.tsx')).RootPage }),
  '/signin/password-change': async () => ({
    Component: (await import('./pages/signin/password-change.tsx')).PasswordChangePage,
  }),
  '/signin/:account': async () => ({ Component: (await import('./pages/signin/account.tsx')).AccountPage }),
}

const home: readonly Path[] = ['/', '/console', '/console/home', '/iam']

function routesOf(table: typeof screens): RouteObject[] {
  return Object.entries(table).map(([path, load]) => ({
    path,
    lazy: orItsFailure(load),
    errorElement: <RouteError />,
  }))
}

/** The router shows nothing in place of a page that could not be loaded: what failed is thrown where the page would stand. */
function orItsFailure(load: () => Loaded): () => Loaded {
  return async () => {
    try {
      return await load()
    } catch (error) {
      return {
        Component() {
          throw error
        },
      }
    }
  }
}

/** Until the first page is loaded: the ground it will stand on. */
const hydrateFallbackElement = <></>

/** Called once, when the address is one that may be shown. */
export function makeRouter() {
  return createBrowserRouter([
    ...home.map((path) => ({ path, element: <Navigate to="/iam/home" replace /> })),
    {
      lazy: orItsFailure(async () => ({ Component: (await import('./pages/signin/frame.tsx')).SignInFrame })),
      errorElement: <RouteError />,
      hydrateFallbackElement,
      children: routesOf(signIn),
    },
    {
      lazy: orItsFailure(async () => ({ Component: (await import('./layout/shell.tsx')).Shell })),
      errorElement: <RouteError />,
      hydrateFallbackElement,
      children: [...routesOf(screens), { path: '*', element: <NotFound /> }],
    },
  ])
}
