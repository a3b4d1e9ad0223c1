import type { Generated } from 'kysely'

/**
 * What searches go by, made of the rows of a user's keys, their uses and the password (store/user-summaries.ts); null where there is
 * nothing. Decisions read none of it: uses are written apart from the head row.
 */
export interface UserSummary {
  /** Creation of the oldest active key. */
  oldest_key_at: number | null
  /** Of the active keys the one that lay idle longest: its last use, or its creation where it has none. */
  idle_key_at: number | null
  /** How many active keys were never used. */
  unused_keys: number | null
  /** The newest use of any key: at most a fold behind for a key in constant use, else at most a flush. */
  key_used_at: number | null
  password_changed_at: number | null
  password_used_at: number | null
  /** The newer of the uses of keys and password. */
  active_at: number | null
}

interface TagRow {
  owner: string
  key_key: string
  key: string
  value: string
}

/** `hash` is SHA-256 of the text, in hex: compiled policies are kept by it. `size` is the text's without white space. */
interface InlinePolicyRow {
  owner: string
  name_key: string
  name: string
  text: string
  hash: string
  size: number
}

/** `account_id` is the owner's: attachments of one policy are counted by it. */
interface AttachmentRow {
  owner: string
  policy_arn: string
  policy_name: string
  attached_at: number
  account_id: string
}

/**
 * The tables, the same on both engines. Times are milliseconds since the epoch. Everything is text or integer, so that a row
 * is the same as JSON (PostgreSQL answers several lookups in one statement that way).
 */
export interface Schema {
  /** One row, id 1. Every change begins with its update: it orders changes and quotas. */
  head: { id: number; n: number; nonce: string; at: number }
  /** The (n, nonce) of every change, kept an hour. */
  history: { n: number; nonce: string; at: number }
  /** Keys that seal secrets, each wrapped by a master key. One is current: the newest that is not retired. */
  data_key: { id: string; wrapped: string; created_at: number; retired_at: number | null }
  /** `users` counts the account's users: counting rows would be a scan. An alias is one account's on the whole server. */
  account: { id: string; root_email: string; created_at: number; users: number; alias: string | null }
  /** `name_key` is the name in lower case: names are unique without regard to case. */
  iam_user: {
    id: string
    account_id: string
    name: string
    name_key: string
    path: string
    created_at: number
    /** The ARN of the managed policy that is the user's permissions boundary. */
    boundary: string | null
  } & UserSummary
  iam_group: { id: string; account_id: string; name: string; name_key: string; path: string; created_at: number }
  /** `name_key` is the user's: members are listed by it. */
  group_member: { user_id: string; group_id: string; joined_at: number; name_key: string }
  /** Whose they are is `owner`, the id of a user, a group or a policy: what several kinds have stands in tables of the same columns. */
  user_tag: TagRow
  policy_tag: TagRow
  user_policy: InlinePolicyRow
  group_policy: InlinePolicyRow
  user_attachment: AttachmentRow
  group_attachment: AttachmentRow
  /** An account's own, or one of AWS's that an operator added: `account_id` is then `aws`. Versions are numbered from 1, and `last_version` is the last number that was given: none is given twice. */
  managed_policy: {
    id: string
    account_id: string
    arn: string
    name: string
    name_key: string
    path: string
    description: string | null
    created_at: number
    updated_at: number
    default_version: number
    last_version: number
    /** Of one of AWS's that an operator added: since when its file is gone. Whomever it speaks for is refused. */
    withdrawn_at: number | null
  }
  managed_policy_version: {
    policy_id: string
    n: number
    text: string
    hash: string
    size: number
    created_at: number
  }
  /** `owner` is the user's id, or the account's for a root key; `user_id` is the same, null for root: DeleteUser leans on it. */
  access_key: {
    seq: Generated<number>
    id: string
    account_id: string
    owner: string
    user_id: string | null
    slot: number
    status: string
    secret: string
    created_at: number
  }
  /** Last use of keys used since the last fold, and of all others. Written apart from the head row: no decision reads them. */
  key_used_recent: { key_seq: number; at: number; service: string; region: string }
  key_used: { key_seq: number; at: number; service: string; region: string }
  /**
   * The password of a user, or of root: `owner` is the user's id or the account's, `user_id` null for root. `stamp` is drawn anew with every
   * password. `created_at` stays when it is changed. After `ends_at` it signs in no more (a one-time password). `used_at`: the last sign-in.
   */
  login_profile: {
    owner: string
    account_id: string
    user_id: string | null
    hash: string
    stamp: string
    reset_required: number
    created_at: number
    changed_at: number
    ends_at: number | null
    used_at: number | null
  }
  /** Passwords that were replaced, numbered as they went: the last 24 of an owner, whatever the policy says today. */
  old_password: { owner: string; n: number; hash: string; replaced_at: number }
  /** An account without a row has the built-in default. Booleans are 0 and 1. */
  password_policy: {
    account_id: string
    minimum_length: number
    require_symbols: number
    require_numbers: number
    require_uppercase: number
    require_lowercase: number
    users_may_change: number
    days_max: number | null
    reuse_prevention: number | null
    hard_expiry: number
  }
  /** `id` is the SHA-256 of the cookie, `handle` its public name; `owner` as above. The last five come with MFA and roles. */
  console_session: {
    id: string
    handle: string
    access_key_id: string
    account_id: string
    owner: string
    user_id: string | null
    original_principal: string
    proven_by: string
    proven_at: number
    ends_at: number
    browser: string
    mfa_device: string | null
    mfa_at: number | null
    source_identity: string | null
    session_tags: string | null
    session_policies: string | null
  }
  /**
   * The state of an account's credential report. `job` is being built since `job_started_at`; `report` is what GetCredentialReport answers:
   * of the state at `taken_at`, `size` bytes. `previous` was answered before it, and may still be on its way to someone.
   */
  credential_report: {
    account_id: string
    job: string | null
    job_started_at: number | null
    over_limit_at: number | null
    report: string | null
    taken_at: number | null
    published_at: number | null
    size: number | null
    previous: string | null
  }
  /** The bytes of a report in base64, as they are sent: written once, apart from the head row, and never changed. */
  credential_report_piece: { job: string; i: number; account_id: string; at: number; content: string }
  /** Records of refusals, many in one row, written apart from the head row: a JSON array. */
  event_pack: { id: string; at: number; count: number; records: string }
  /** Refusals of strangers, counted by minute, address and reason, with one of them as a sample. */
  stranger_count: { minute: number; address: string; reason: string; count: number; sample: string }
  /** CloudTrail-shaped records of a change, redacted, committed with it: one as a rule. */
  event: { n: number; i: number; event_id: string; account_id: string; at: number; record: string }
}
