import type { KeyRing } from '../secrets/key-ring.ts'
import { accessKeysIn } from './access-keys.ts'
import { accountsIn } from './accounts.ts'
import { aliasesIn } from './aliases.ts'
import { consoleSessionsIn } from './console-sessions.ts'
import { credentialReportsIn } from './credential-reports.ts'
import { dataKeysIn } from './data-keys.ts'
import { eventsIn } from './events.ts'
import { headIn } from './head.ts'
import { lastUsedIn } from './last-used.ts'
import { loginProfilesIn } from './login-profiles.ts'
import { passwordPoliciesIn } from './password-policies.ts'
import type { Transaction } from './transaction.ts'
import { userPoliciesIn } from './user-policies.ts'
import { userTagsIn } from './user-tags.ts'
import { usersIn } from './users.ts'

/** All nouns over one transaction: what a change writes with. Secrets are sealed on their way in. */
export const storeIn = (tx: Transaction, keyRing: KeyRing) => ({
  head: headIn(tx),
  accounts: accountsIn(tx),
  aliases: aliasesIn(tx),
  users: usersIn(tx),
  userTags: userTagsIn(tx),
  userPolicies: userPoliciesIn(tx),
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
