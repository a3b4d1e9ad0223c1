import type { Span } from '@keyward/policy'
import type { PolicySource } from '../../../authz/policies.ts'
import type { Statement as StatementShape } from '../../../protocol/types/iam.ts'

/** Where a statement of a simulation stands. */
export interface StatementSource {
  /** The policy's name, or the member of the call that its text came in. */
  readonly id: string
  readonly type: NonNullable<StatementShape['SourcePolicyType']>
  readonly text: string
}

/** A statement as a simulation names it: by its policy, and from its first character to the one behind its last. Lines and columns count from 1. */
export function describeStatement({ id, type, text }: StatementSource, { line, column, offset, length }: Span) {
  const lines = text.slice(offset, offset + length).split('\n')
  const last = lines.at(-1)?.length ?? 0
  return {
    SourcePolicyId: id,
    SourcePolicyType: type,
    StartPosition: { Line: line, Column: column },
    EndPosition: { Line: line + lines.length - 1, Column: lines.length === 1 ? column + last : last + 1 },
  } satisfies StatementShape
}

/** What AWS calls the kind of a stored policy. */
export function sourceTypeOf({ arn, owner }: PolicySource): StatementSource['type'] {
  if (arn === undefined) return owner.type === 'User' ? 'user' : 'group'
  return isOfAws(arn) ? 'aws-managed' : 'user-managed'
}

const isOfAws = (arn: string): boolean => arn.startsWith('arn:aws:iam::aws:')
