import type { Tag } from '../store/tags.ts'

/** One action on one resource. */
export interface Permission {
  /** `iam:CreateUser` */
  readonly action: string
  /** The ARN it is judged on, with the stored spelling and path, or `*`. Undefined: there is no such thing, and the call is refused. */
  readonly resource: string | undefined
  /** The resource as the refusal prints it; undefined: the refusal names none. */
  readonly spokenAs: string | undefined
  /**
   * `resource` ends in a star: what begins so must be allowed one and all, now and later, by nothing that depends on the tags of some. For
   * lists that are ordered, counted or cut by what only this action shows.
   */
  readonly onEvery?: true
}

/** What an operation needs a caller to be allowed. */
export interface Requirement<Target = undefined> extends Permission {
  /** The refusal gives no reason: it must not tell unknown from denied. */
  readonly withoutReason?: boolean
  /** What must be allowed as well, in this order: on the place something is moved to, or for a second thing that the call does. */
  readonly further?: readonly Permission[]
  /** The resource is another account's, or AWS's: whatever allows the caller, its owner allows nobody. Root is refused too. */
  readonly isForeign?: boolean
  /** Tags of the resource, by key in lower case, read where a condition asks: `aws:ResourceTag/…`, `iam:ResourceTag/…`. */
  readonly resourceTags?: () => ReadonlyMap<string, string>
  /** Tags in the request: `aws:RequestTag/…`, `aws:TagKeys`. */
  readonly requestTags?: readonly Tag[]
  readonly requestTagKeys?: readonly string[]
  /** Further keys of this call by their names in lower case, such as `iam:policyarn`. */
  readonly context?: ReadonlyMap<string, string>
  /** What the operation works on. Asked only once the caller may: throws NoSuchEntity where it is not there. */
  readonly target: () => Target
}

/** For operations that everyone with a valid credential may call. */
export const nothing = 'nothing'
