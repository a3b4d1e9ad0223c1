import { day, hour, minute, second } from './clock.ts'

/** Every bound of the service: a number, a name, a source. Sources: [AWS] its documented quota or API model; [ours] a decision. */
export const limits = {
  /** [AWS] IAM quotas. Inactive keys count. */
  accessKeysPerUser: 2,
  /** [AWS] IAM quotas. */
  tagsPerUser: 50,
  /** [AWS] IAM quotas: all inline policies of a user together, white space not counted. */
  userPolicySizeMax: 2_048,
  /** [AWS] IAM quotas: managed policies attached to a user, and to a group. */
  attachedPoliciesPerUser: 10,
  attachedPoliciesPerGroup: 10,
  /** [AWS] IAM quotas. */
  groupsPerAccount: 300,
  groupsPerUser: 10,
  /** [AWS] IAM quotas: all inline policies of a group together, white space not counted. */
  groupPolicySizeMax: 5_120,
  /** [AWS] IAM quotas: an account's own managed policies, each version's size without white space, versions kept, and tags. */
  policiesPerAccount: 1_500,
  managedPolicySizeMax: 6_144,
  versionsPerPolicy: 5,
  tagsPerPolicy: 50,
  /** [AWS] API model: policyDocumentType. A file that holds a policy is no longer. */
  policyFileCharactersMax: 131_072,
  /** [ours] Files in a folder of managed policies: AWS has about 1,400. */
  policyFilesMax: 3_000,
  /** [AWS] GetAccountSummary. More cannot be in use here: an account has fewer, AWS's included. */
  policyVersionsInUse: 10_000,
  /**
   * [ours] A page of GetAccountAuthorizationDetails ends early where its policies are longer, each entity counted as so much at least: other
   * calls wait some 5 ms for it. A thousand managed policies of five versions each might hold 650 MB.
   */
  authorizationDetailsBytesMax: 262_144,
  authorizationDetailsEntityBytes: 256,
  /** [ours] AWS has 5,000; a setting of the service, shown as UsersQuota. */
  usersPerAccountDefault: 10_000_000,

  /** [ours] OWASP's Password Storage Cheat Sheet, 2025: argon2id with 19 MiB, two passes, one lane. */
  passwordHashKibibytes: 19_456,
  passwordHashPasses: 2,
  passwordHashLanes: 1,
  /** [ours] What a hash is believed to take before one was measured. */
  passwordHashTimeAtFirst: 30,
  /** [ours] Work with passwords that may wait: beyond it the address with most waiting loses one. */
  passwordWorkWaitingMax: second / 2,
  /** [ours] A password that an operator’s command made for somebody has to be used, and changed, within this. */
  oneTimePasswordDuration: day,
  /** [AWS] The most that PasswordReusePrevention can ask for: so many replaced passwords are kept. */
  oldPasswordsKept: 24,

  /** [ours] A form of IAM holds at most one policy of 131,072 characters, three bytes each when percent-encoded, and room around it. */
  bodyBytesMax: 1_048_576,
  /** [ours] Bodies beyond the first size, of all connections together, hold at most the second; more are answered 503. */
  bodyBytesFree: 16_384,
  bodyBytesHeldMax: 134_217_728,
  /** [ours] AWS accepts about 8 KiB of headers and as much again for a long query string. */
  headerBytesMax: 32_768,
  /** [ours] Headers of one request. */
  headerCountMax: 100,
  /** [ours] A client must send its headers within this, and the whole request within the next. */
  headersTimeout: 10 * second,
  requestTimeout: 30 * second,
  keepAliveTimeout: 75 * second,
  /** [ours] A connection in use on which nothing moves, in either direction, is closed after this. */
  idleTimeout: 60 * second,
  /** [ours] After the last answer on a connection, what the client still sends is dropped for this long. */
  lingerTimeout: 2 * second,
  /** [ours] How often connections are looked at for the timeouts above. */
  timeoutCheckEvery: 2 * second,
  /** [ours] Connections of one server; more are closed at once. */
  connectionsMax: 10_000,
  /** [ours] A year each: how long a browser keeps a file of the console, and comes by https alone once it has. RFC 8246, RFC 6797. */
  assetSeconds: 31_536_000,
  strictTransportSeconds: 31_536_000,
  /** [ours] Calls in flight are given this long at a stop. */
  stopGrace: 20 * second,

  /** [ours] Log lines that wait to be written; beyond it lines are dropped. */
  logBytesWaitingMax: 1_048_576,

  /** [AWS] CloudTrail cuts a user agent at 1 KB. */
  userAgentMax: 1_024,
  /** [ours] A name in DNS has 253 characters; a record holds this much of whatever was sent as Host. */
  hostMax: 512,
  /** [ours] A cookie of ours is shorter; what is longer is not one. Browsers keep 4,096. */
  cookieCharactersMax: 1_024,
  /** [ours] Access Analyzer's model has no bounds: findings of a page, asked for and where nothing is asked. */
  findingsPageMax: 1_000,
  findingsPageDefault: 100,
  /** [AWS] API model: maxItemsType. */
  pageItemsDefault: 100,
  /** [AWS] API model: markerType. */
  markerCharactersMax: 320,

  /** [AWS] A person signs in anew after twelve hours. */
  consoleSessionDuration: 12 * hour,
  /** [ours] Live sessions of one principal: browsers on several machines. The oldest goes. */
  consoleSessionsPerPrincipal: 16,
  /** [ours] Expired sessions that go as one is made: more than one, so that they become fewer. */
  expiredSessionsPerSignIn: 8,
  /** [ours] Between a right password and the new one in its place. */
  signInAttemptDuration: 10 * minute,
  /** [ours] A browser that has signed in is spared the delay for this long, and voided by this many failures. */
  deviceDuration: 90 * day,
  failuresPerDevice: 10,
  /** [ours] Whom the sign-in page offers: AWS keeps it about as long. */
  rememberedDuration: 365 * day,
  /**
   * [ours] Wrong passwords from one address (IPv4 /24, IPv6 /64), and how often one is forgiven. An office of 200 people that all
   * mistype once at nine o'clock is served; one network makes at most 8,940 guesses a day.
   */
  failuresPerAddress: 300,
  failuresPerAddressForgivenEvery: 10 * second,
  /** [ours] The same for an IPv6 /48, as for ten of its /64: one sender may have all 65,536. */
  failuresPerWideNetwork: 3_000,
  failuresPerWideNetworkForgivenEvery: second,
  /** [ours] The same for one name from one address: a person who has forgotten, and 1,460 guesses a day. */
  failuresPerNameAndAddress: 20,
  failuresPerNameAndAddressForgivenEvery: minute,
  /** [ours] Beyond so many, from wherever, strangers' browsers wait before that name's password is looked at. Nobody is locked out. */
  failuresPerNameUndelayed: 10,
  failuresPerNameForgivenEvery: minute,
  delayOfStrangers: second,
  /** [ours] Counts kept, about 150 bytes each; the lowest go first. */
  failureCountsMax: 100_000,
  /** [ours] Passwords that wait to be looked at: of one address, and in all. A wide network takes no more places than are left free. */
  passwordsWaitingPerAddressMax: 64,
  passwordsWaitingMax: 1_024,
  /** [ours] Failures of signing in that wait to be written (about 1 KB each), how many go in one row, and how often. */
  refusalsWaitingMax: 20_000,
  refusalsPerPack: 1_000,
  refusalsFlushEvery: 250,
  /** [ours] Failures of known users that become records of their own, a minute: at most 1 GB a day. Further ones are counted. */
  refusalsPerMinuteMax: 600,
  /** [ours] Who fails to sign in chooses what the record holds of his browser: so much, whose marks JSON may double. */
  refusalUserAgentMax: 256,
  /** [ours] Networks whose failures are counted apart: a minute, and until the next flush. All others share one count. */
  countedNetworksPerMinuteMax: 10,
  countsWaitingMax: 10_000,
  /** [ours] Counts are kept this long: with a flood that never ends at most 2 GB. */
  countsKept: 30 * day,

  /** [ours] Changes that wait for the writer; beyond it a change is answered Throttling. */
  changesWaitingMax: 4_096,
  /** [ours] Of these, changes that one access key may have waiting: more than an honest tool sends at once. */
  changesWaitingPerKeyMax: 256,
  /** [ours] Rows a view keeps before it is emptied: about 300 bytes each. */
  viewRowsMax: 200_000,
  /**
   * [ours] The credential report of an account: 32 MiB are 130,000 to 200,000 users. A client holds it several times over, in base64 and
   * decoded. Beyond it GenerateCredentialReport answers LimitExceeded; no row is shorter than the second.
   */
  credentialReportBytesMax: 33_554_432,
  credentialReportRowBytesMin: 144,
  /** [ours] Bytes of a report that are stored, and sent, together: a multiple of three, so that base64 goes on without a seam. */
  credentialReportPieceBytes: 98_304,
  /** [ours] Users read at once for a report. */
  credentialReportUsersAtOnce: 500,
  /** [AWS] A report is answered for four hours. */
  credentialReportKept: 4 * hour,
  /** [ours] How long a report counts as fresh, a setting; AWS's is four hours. A client that asks every second must find it fresh once. */
  credentialReportCacheDefault: minute,
  credentialReportCacheMin: second,
  credentialReportCacheMax: 4 * hour,
  /** [ours] A job that has written nothing for this long is taken for dead, and one may take the other in all. */
  credentialReportSilenceMax: 30 * second,
  credentialReportJobMax: 10 * minute,
  /** [ours] PostgreSQL: how long a transaction that reads one state lasts, and idles. */
  oneStateMax: 10 * minute,
  oneStateIdleMax: 30 * second,
  /** [ours] Characters of a simulation's policies times those of the longest text they are matched with: one decision's work, about 0.1 s. */
  simulationStepsMax: 67_108_864,
  /** [ours] What a page of a simulation may take: characters of the answer, about, and milliseconds of work. It ends early then, as AWS lets it. */
  simulationPageCharactersMax: 2_097_152,
  simulationPageTimeMax: 2 * second,
  /** [ours] Statements that a simulated decision names: more than any identity's policies are likely to have of one action. */
  simulatedStatementsMax: 1_000,
  /** [ours] Milliseconds that a long read holds all others up at once; how many such reads may wait for their turn, and of one caller. */
  sliceMax: 5,
  computationsWaitingMax: 64,
  computationsWaitingPerCallerMax: 8,
  /** [ours] Milliseconds in which the cells of a page of SearchUsers are judged: the page ends then. An honest one of 1,000 users takes 20. */
  searchJudgingTimeMax: 200,
  /** [ours] Statements that an explanation shows: the nearest to a match. */
  explainedStatementsMax: 100,
  /** [ours] The sealed reason of a refusal, every one of this length: a proxy in front reads no more than 4 KB of headers by default. */
  authorizationMessageCharacters: 2_048,
  /** [ours] Of these, bytes of JSON for the resource (our own ARNs have some 720): so much leaves room for a statement that denied. */
  authorizationMessageResourceBytesMax: 900,
  /** [ours] Condition keys whose values are looked for to be sealed: more have no room. */
  authorizationMessageKeysMax: 128,
  /** [ours] Characters of the policies that are kept compiled: about 15 bytes each. */
  compiledPolicyCharactersMax: 4_000_000,
  /** [ours] Access keys whose signing keys are kept, and scopes of each: two services on the days around midnight. */
  signingKeysMax: 50_000,
  signingKeysPerKeyMax: 4,
  /** [ours] Requests of one connection in flight. Clients send one after the other. */
  pipelinedMax: 16,
  /** [ours] A head further ahead of the clock than this: a clock was wrong once, and honest calls look expired. */
  headAheadMax: minute,
  /** [ours] A nonce is kept this long for the question whether a lost COMMIT took place. */
  historyKept: hour,
  /** [ours] Last used is written once a flush and folded once a minute. */
  lastUsedFlushEvery: second,
  lastUsedFoldEvery: minute,
  /** [ours] Starts of one call on PostgreSQL before it is judged in one transaction of its own. */
  startsBeforeTransaction: 3,
  lookupsPerFetch: 50,
  /** [ours] PostgreSQL: limits of a statement, a lock, a transaction left idle, and a head query. */
  statementTimeout: 10 * second,
  lockTimeout: 10 * second,
  idleInTransactionTimeout: 10 * second,
  headQueryTimeout: 2 * second,
  commitTimeout: 10 * second,
} as const
