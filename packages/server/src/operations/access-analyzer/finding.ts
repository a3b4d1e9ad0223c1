import { type Finding, findingSource, type Location } from '@keyward/policy'
import type {
  Location as WireLocation,
  PathElement,
  Position,
  ValidatePolicyFinding,
} from '../../protocol/types/access-analyzer.ts'

/** AWS has no page on codes of ours; this one is on what they are about. */
const grammar = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html'

export function describeFinding({ code, type, message, locations }: Finding, text: string): ValidatePolicyFinding {
  return {
    findingDetails: message,
    findingType: type,
    issueCode: code,
    learnMoreLink: findingSource(code) ?? grammar,
    locations: locations.map((location) => describeLocation(location, text)),
  }
}

function describeLocation({ path, part, span }: Location, text: string): WireLocation {
  const elements = path.map((step, at): PathElement => {
    if (typeof step === 'number') return { index: step }
    return part === 'key' && at === path.length - 1 ? { key: step } : { value: step }
  })
  if (part !== undefined && part !== 'key') elements.push({ substring: { start: part.start, length: part.length } })
  // AWS counts lines from 1 and columns from 0.
  const start = { line: span.line, column: span.column - 1, offset: span.offset }
  return { path: elements, span: { start, end: endOf(start, text.slice(span.offset, span.offset + span.length)) } }
}

/** Where a stretch of text ends that begins at a position. */
function endOf({ line, column, offset }: Position, stretch: string): Position {
  const last = stretch.lastIndexOf('\n')
  const end = { line: line + stretch.split('\n').length - 1, offset: offset + stretch.length }
  return { ...end, column: last === -1 ? column + stretch.length : stretch.length - last - 1 }
}
