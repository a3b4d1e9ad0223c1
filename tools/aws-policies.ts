/**
 * Writes those of AWS's managed policies that grant kinds of actions over all services, into packages/server/model/aws-policies, from the
 * catalogue of services: `node tools/aws-policies.ts`. With `--check` it writes nothing and fails where a file differs. The documents
 * are ours: what each policy is for is AWS's, which actions serve that is told by their access levels. The other files are written by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadService, serviceNames, type ActionEntry } from '../packages/policy/src/catalogue/index.ts'

interface Policy {
  readonly name: string
  readonly path?: string
  readonly id: string
  readonly description: string
  readonly version: string
  readonly created: string
  readonly updated: string
  /** Given beside what is chosen. */
  readonly actions?: readonly string[]
  chooses(action: ActionEntry, service: string): boolean
}

/** Hands out a credential, or the secret itself: who may read everything could then do everything. */
const secret =
  /ApiKey|Credentials|AuthorizationToken|AccessToken$|ConnectionToken|FederationToken|SessionToken|BearerToken|IdentityToken|OpenIdToken|AuthToken|Oauth2Token|PaymentToken|ChatToken|^GetToken$|SecretValue|PasswordData|ChallengePassword|RandomPassword|Decrypt|Presigned|Signed\w*Url/
const reading =
  /^(BatchGet|BatchDescribe|Check|Count|Describe|Discover|Get|GET$|List|Lookup|Preview|Query|Scan|Search|View)/
/** IAM’s words hold no secret: its reports and lists of credentials name them. */
const isHarmless = ({ name }: ActionEntry, service: string): boolean => service === 'iam' || !secret.test(name)

const isRead = (action: ActionEntry, service: string): boolean =>
  (action.accessLevel === 'Read' || action.accessLevel === 'List') &&
  reading.test(action.name) &&
  isHarmless(action, service)
/** What there is, and what is known of it: not what is in it. */
const isView = (action: ActionEntry, service: string): boolean =>
  isRead(action, service) && (action.accessLevel === 'List' || /^(Describe|List)/.test(action.name))

/** Tells how something is secured, not what is in it. */
const configuration =
  /(Acl|Alarms?|Analyzers?|Attributes?|Certificates?|Compliance\w*|Configurations?|ConfigRules?|Detectors?|Encryption\w*|EventSelectors|Findings?|Flow ?Logs|Grants?|Key(s|Policy|Rotation\w*)?|Logging\w*|Ownership\w*|Permissions?|Polic(y|ies)|PublicAccess\w*|ReplicationConfigurations?|Rotation\w*|Rules?|SecurityGroups?|Settings?|Status|Summary|Tags\w*|Tagging|Trails?|Versioning|WebACL\w*)$/
const iamReading = ['iam:GenerateCredentialReport', 'iam:GenerateServiceLastAccessedDetails', 'iam:Get*', 'iam:List*']

const policies: readonly Policy[] = [
  {
    name: 'ReadOnlyAccess',
    id: 'ANPAILL3HVNFSB6DCOWYQ',
    description: 'Provides read-only access to AWS services and resources.',
    version: 'v1',
    created: '2015-02-06T18:39:00Z',
    updated: '2015-02-06T18:39:00Z',
    actions: [...iamReading, 'iam:SimulateCustomPolicy', 'iam:SimulatePrincipalPolicy'],
    chooses: isRead,
  },
  {
    name: 'SecurityAudit',
    id: 'ANPAIX2T3QCXHR2OGGCTO',
    description:
      'The security audit template grants access to read security configuration metadata. It is useful for software that audits the configuration of an AWS account.',
    version: 'v94',
    created: '2015-02-06T18:41:00Z',
    updated: '2026-09-30T20:27:00Z',
    actions: [...iamReading, 'iam:SimulateCustomPolicy', 'iam:SimulatePrincipalPolicy'],
    chooses: (action, service) =>
      isView(action, service) || (isRead(action, service) && configuration.test(action.name)),
  },
  {
    name: 'ViewOnlyAccess',
    path: '/job-function/',
    id: 'ANPAID22R6XPJATWOFDK6',
    description: 'This policy grants permissions to view resources and basic metadata across all AWS services.',
    version: 'v45',
    created: '2016-11-10T17:20:00Z',
    updated: '2026-04-22T18:12:00Z',
    chooses: isView,
  },
  {
    name: 'SupportUser',
    path: '/job-function/',
    id: 'ANPAI3V4GSSN5SJY3P2RO',
    description:
      'This policy grants permissions to troubleshoot and resolve issues in an AWS account. This policy also enables the user to contact AWS support to create and manage cases.',
    version: 'v11',
    created: '2016-11-10T17:21:00Z',
    updated: '2026-02-12T18:03:00Z',
    actions: [...iamReading, 'support:*'],
    chooses: (action, service) =>
      isView(action, service) || (isRead(action, service) && /(Health|Status)$/.test(action.name)),
  },
]

/** `s3:Get*` where all that begins so was chosen, else each by its name. */
function patternsOf(service: string, all: readonly ActionEntry[], chosen: ReadonlySet<ActionEntry>): string[] {
  const verbOf = ({ name }: ActionEntry) => /^(Batch)?[A-Z][a-z]+/.exec(name)?.[0]
  const mixed = new Set(all.filter((action) => !chosen.has(action)).map(verbOf))
  return [...chosen].map((action) => {
    const verb = verbOf(action)
    const isWhole =
      verb !== undefined && !mixed.has(verb) && all.every(({ name }) => !name.startsWith(verb) || !isOther(name, verb))
    return `${service}:${isWhole ? `${verb}*` : action.name}`
  })

  /** Does a longer word begin with this one, of which not all were chosen? `GetawayStart` beside `Get`. */
  function isOther(name: string, verb: string): boolean {
    const action = all.find((each) => each.name === name)
    return action !== undefined && verbOf(action) !== verb && !chosen.has(action)
  }
}

const covers = (pattern: string, action: string): boolean =>
  pattern.endsWith('*') && pattern !== action && action.startsWith(pattern.slice(0, -1))

async function actionsOf({ chooses, actions = [] }: Policy): Promise<readonly string[]> {
  const found = new Set(actions)
  for (const service of serviceNames.keys()) {
    const all = (await loadService(service))?.actions ?? []
    const chosen = new Set(all.filter((action) => chooses(action, service)))
    for (const pattern of patternsOf(service, all, chosen)) found.add(pattern)
  }
  const patterns = [...found].filter((pattern) => pattern.endsWith('*'))
  return [...found].filter((action) => !patterns.some((pattern) => covers(pattern, action))).toSorted()
}

for (const policy of policies) {
  const { name, path = '/', id, description, version, created, updated } = policy
  const Statement = [{ Effect: 'Allow', Action: await actionsOf(policy), Resource: '*' }]
  const document = { Version: '2012-10-17', Statement }
  const text = `${JSON.stringify({ name, path, id, description, version, created, updated, document }, undefined, 2)}\n`
  const file = fileURLToPath(new URL(`../packages/server/model/aws-policies/${name}.json`, import.meta.url))
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${name}.json is not what the catalogue says: run "npm exec -- node tools/aws-policies.ts"`)
    process.exitCode = 1
  }
}
