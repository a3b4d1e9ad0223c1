import { parsePolicy, PolicyError, type Statement } from '@keyward/policy'

/** A statement to be written into a policy: what was refused to somebody, allowed. */
export interface SuggestedStatement {
  readonly action: string
  readonly resource: string
}

const statementOf = ({ action, resource }: SuggestedStatement) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
})

/** A policy that says nothing else. */
export const policyWith = (suggested: SuggestedStatement): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statementOf(suggested)] }, null, 2)

/** The document with one statement more, behind its last. What was there stays as it was written. */
export function addStatement(text: string, suggested: SuggestedStatement): string {
  const last = lastStatement(text)
  if (last === undefined) return text
  const { offset, length, column } = last.span
  const end = offset + length
  const indent = ' '.repeat(text.slice(offset, end).includes('\n') ? column - 1 : 0)
  const lines = JSON.stringify(statementOf(suggested), null, 2).split('\n')
  const written = indent === '' ? JSON.stringify(statementOf(suggested)) : lines.join(`\n${indent}`)
  const between = indent === '' ? ', ' : `,\n${indent}`
  const added = `${between}${written}`
  // A document may have its one statement without the brackets of a list.
  return /[[,]\s*$/.test(text.slice(0, offset)) && /^\s*\]/.test(text.slice(end))
    ? text.slice(0, end) + added + text.slice(end)
    : `${text.slice(0, offset)}[${text.slice(offset, end)}${added}]${text.slice(end)}`
}

function lastStatement(text: string): Statement | undefined {
  try {
    return parsePolicy(text, 'identity-inline').statements.at(-1)
  } catch (error) {
    if (error instanceof PolicyError) return undefined
    throw error
  }
}

/** For the address of an editor. */
export function suggestionParameters({ action, resource }: SuggestedStatement): string {
  return new URLSearchParams({ action, resource }).toString()
}

/** What an address suggests, if it does. Longer than a policy may be is nothing that anybody was led to. */
export function suggestionIn(parameters: URLSearchParams): SuggestedStatement | undefined {
  const action = parameters.get('action') ?? ''
  const resource = parameters.get('resource') ?? ''
  if (action === '' || resource === '' || action.length > actionMax || resource.length > resourceMax) return undefined
  return { action, resource }
}

/** [AWS] bounds of the model: ActionNameType and ResourceNameType. */
const [actionMax, resourceMax] = [128, 2048]
