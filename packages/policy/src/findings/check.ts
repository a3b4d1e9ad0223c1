import { type PolicyKind } from '../parse.ts'
import { type FindingType, type Location } from './finding.ts'
import { type Outline, type StatementOutline } from './outline.ts'

/** Notes that something was found, at one place or more. */
export type Report = (message: string, ...places: readonly Location[]) => void

/** One row of the table: a code, and how to find what it says. */
export interface Check {
  readonly code: string
  readonly type: FindingType
  /** Where AWS documents the code and its type; absent: the code is ours. */
  readonly source?: string
  /** A document of which this is said is refused when it is saved, unless it is of a kind that is excepted. */
  readonly refused?: true | { readonly except: PolicyKind }
  /** For the list of all codes: what is said, without the names of a document. */
  readonly about: string
  find(policy: Outline, report: Report): void
}

const reference =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks'

/** AWS's heading of a code in its reference of policy checks, as its page links to it. */
export const documented = (heading: string): string => `${reference}-${heading}`

/** A check that looks at each statement by itself. */
export function ofStatements(
  row: Omit<Check, 'find'>,
  find: (statement: StatementOutline, report: Report, policy: Outline) => void,
): Check {
  return {
    ...row,
    find(policy, report) {
      for (const statement of policy.statements) find(statement, report, policy)
    },
  }
}

/** Is a document of this kind refused for what the check finds? */
export const isRefused = ({ refused }: Check, kind: PolicyKind): boolean =>
  refused === true || (refused !== undefined && refused.except !== kind)
