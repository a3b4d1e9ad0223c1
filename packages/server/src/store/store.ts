import type { KeyRing } from '../secrets/key-ring.ts'
import { accessKeysIn } from './access-keys.ts'
import { accountsIn } from './accounts.ts'
import { aliasesIn } from './aliases.ts'
import { groupAttachments, userAttachments } from './attachments.ts'
import { consoleSessionsIn } from './console-sessions.ts'
import { credentialReportsIn } from './credential-reports.ts'
import { dataKeysIn } from './data-keys.ts'
import { eventsIn } from './events.ts'
import { groupsIn } from './groups.ts'
import { headIn } from './head.ts'
import { groupPolicies, userPolicies } from './inline-policies.ts'
import { lastUsedIn } from './last-used.ts'
import { loginProfilesIn } from './login-profiles.ts'
import { managedPoliciesIn } from './managed-policies.ts'
import { passwordPoliciesIn } from './password-policies.ts'
import { policyUsesIn } from './policy-uses.ts'
import { policyTags, userTags } from './tags.ts'
import type { Transaction } from './transaction.ts'
import { usersIn } from './users.ts'

/** All nouns over one transaction: what a change writes with. Secrets are sealed on their way in. */
export const storeIn = (tx: Transaction, keyRing: KeyRing) => ({
  head: headIn(tx),
  accounts: accountsIn(tx),
  aliases: aliasesIn(tx),
  users: usersIn(tx),
  userTags: userTags.in(tx),
  userPolicies: userPolicies.in(tx),
  userAttachments: userAttachments.in(tx),
  groups: groupsIn(tx),
  groupPolicies: groupPolicies.in(tx),
  groupAttachments: groupAttachments.in(tx),
  managedPolicies: managedPoliciesIn(tx),
  policyUses: policyUsesIn(tx),
  policyTags: policyTags.in(tx),
  accessKeys: accessKeysIn(tx, keyRing),
  credentialReports: credentialReportsIn(tx),
  lastUsed: lastUsedIn(tx),
  loginProfiles: loginProfilesIn(tx),
  passwordPolicies: passwordPoliciesIn(tx),
  consoleSessions: consoleSessionsIn(tx),
  dataKeys: dataKeysIn(tx),
  events: eventsIn(tx),
})

export type Store = ReturnType<typeof storeIn>
