import {
  insertCompletionText,
  pickedCompletion,
  snippet,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import type { AccessLevel, ServiceEntry } from '@keyward/policy/catalogue'
import { placeAt, type Place } from './place.ts'
import { elements, operators, opposites, suits, variables } from './words.ts'

export interface CompletionWords {
  readonly accessLevels: Readonly<Record<AccessLevel, string>>
  readonly everyAction: string
  readonly severalActions: string
  readonly everyResource: string
}

/** Fills what a policy can say at the cursor: names at once, actions, resources and keys from the catalogue, a service at a time. */
export function policyCompletion(accountId: string, words: CompletionWords): CompletionSource {
  return async (context) => {
    const place = placeAt(context.state, context.pos)
    if (!place || (!context.explicit && place.from === context.pos && !isInQuotes(place))) return null
    return place.part === 'name' ? names(place) : values(context, place, accountId, words)
  }
}

const isInQuotes = ({ from, outer }: Place) => outer.from < from

async function names(place: Place): Promise<CompletionResult | null> {
  const [top, second, operator] = place.path
  if (top === undefined) return elementNames(place, elements.document)
  if (top !== 'Statement') return null
  if (second === undefined) return elementNames(place, elements.statement)
  if (second !== 'Condition' || place.path.length > 3) return null
  return operator === undefined ? operatorNames(place) : keyNames(place, operator)
}

function elementNames(place: Place, table: Readonly<Record<string, string>>): CompletionResult {
  const taken = place.siblings.flatMap((name) => [name, opposites[name] ?? name])
  const options = Object.entries(table)
    .filter(([name]) => !taken.includes(name))
    .map(([name, value], at): Completion => ({
      label: name,
      type: 'property',
      boost: -at,
      apply: member(place, name, value),
    }))
  return { from: place.from, to: place.to, options, validFor: /^\w*$/ }
}

function operatorNames(place: Place): CompletionResult {
  const options = operators
    .filter((name) => !place.siblings.includes(name))
    .map((name, at): Completion => ({
      label: name,
      type: 'keyword',
      boost: -Math.min(at, 99),
      apply: member(place, name, '{\n\t"${}"\n}'),
    }))
  return { from: place.from, to: place.to, options, validFor: /^[\w:]*$/ }
}

async function keyNames(place: Place, operator: string): Promise<CompletionResult> {
  const { globalConditionKeys } = await import('@keyward/policy/catalogue')
  const services = await servicesOf(place.actions)
  const keys = [...services.flatMap(({ conditionKeys }) => conditionKeys), ...globalConditionKeys]
  const seen = new Set<string>(place.siblings)
  const options: Completion[] = []
  for (const { name, type } of keys) {
    if (seen.has(name)) continue
    seen.add(name)
    options.push({
      label: name,
      detail: type,
      type: 'variable',
      // Those that the operator can compare come first; the others stay, since a mistake may be in the operator.
      boost: suits(operator, type) ? 10 : 0,
      apply: member(place, name, '"${}"'),
    })
  }
  return { from: place.from, to: place.to, options, validFor: /^[\w:/.$\\{}-]*$/ }
}

async function values(
  context: CompletionContext,
  place: Place,
  accountId: string,
  words: CompletionWords,
): Promise<CompletionResult | null> {
  const written = context.state.doc.sliceString(place.from, context.pos)
  const [, second, operator = '', key] = place.path
  if (place.path.join() === 'Version') return oneOf(place, ['2012-10-17', '2008-10-17'])
  if (place.path[0] !== 'Statement') return null
  switch (second) {
    case 'Effect':
      return oneOf(place, ['Allow', 'Deny'])
    case 'Action':
    case 'NotAction':
      return actions(place, written, words)
    case 'Resource':
    case 'NotResource':
      return resources(place, accountId, words)
    case 'Condition':
      if (key === undefined) return null
      return oneOf(place, /Bool|Null/.test(operator) ? ['true', 'false'] : variables)
    default:
      return null
  }
}

function oneOf(place: Place, list: readonly string[]): CompletionResult {
  const options = list.map((label, at): Completion => ({ label, type: 'constant', boost: -at, apply: value(label) }))
  return { from: place.from, to: place.to, options, validFor: /^[^"]*$/ }
}

async function actions(place: Place, written: string, words: CompletionWords): Promise<CompletionResult | null> {
  const { loadService, serviceNames } = await import('@keyward/policy/catalogue')
  const colon = written.indexOf(':')
  if (colon === -1) {
    const options: Completion[] = [...serviceNames].map(([prefix, name]) => ({
      label: `${prefix}:`,
      detail: name,
      type: 'namespace',
      apply: value(`${prefix}:`, { goesOn: true }),
    }))
    options.push({ label: '*', detail: words.everyAction, type: 'constant', boost: 99, apply: value('*') })
    return { from: place.from, to: place.to, options, validFor: /^[\w-]*$/ }
  }
  const prefix = written.slice(0, colon)
  const service = await loadService(prefix)
  if (!service) return null
  const options: Completion[] = service.actions.map(({ name, accessLevel }) => ({
    label: `${prefix}:${name}`,
    detail: words.accessLevels[accessLevel],
    type: 'function',
    apply: value(`${prefix}:${name}`),
  }))
  const all = (pattern: string, detail: string, boost: number): Completion => ({
    label: `${prefix}:${pattern}`,
    detail,
    type: 'constant',
    boost,
    apply: value(`${prefix}:${pattern}`),
  })
  options.push(
    all('*', words.everyAction, 50),
    // Each before the actions that begin with it.
    ...families(service).map((verb) => all(`${verb}*`, words.severalActions, 0)),
  )
  // Another prefix has other actions.
  return {
    from: place.from,
    to: place.to,
    options,
    validFor: (text) => text.startsWith(`${prefix}:`) && !text.includes('"'),
  }
}

/** The verbs that several actions of a service begin with: Get, List, Describe. */
function families({ actions }: ServiceEntry): readonly string[] {
  const counts = new Map<string, number>()
  for (const { name } of actions) {
    const verb = /^[A-Z][a-z]+/.exec(name)?.[0]
    if (verb !== undefined) counts.set(verb, (counts.get(verb) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > 2).map(([verb]) => verb)
}

async function resources(place: Place, accountId: string, words: CompletionWords): Promise<CompletionResult> {
  const services = await servicesOf(place.actions)
  const options: Completion[] = [
    { label: '*', detail: words.everyResource, type: 'constant', boost: 99, apply: value('*') },
  ]
  const seen = new Set<string>()
  for (const { resourceTypes } of services) {
    for (const { name, arn } of resourceTypes) {
      const own = arn.replace('${Partition}', 'aws').replace('${Account}', accountId)
      if (seen.has(own)) continue
      seen.add(own)
      options.push({ label: own, detail: name, type: 'text', apply: filled(`"${own}"`) })
    }
  }
  return { from: place.from, to: place.to, options, validFor: /^[^"]*$/ }
}

async function servicesOf(actions: readonly string[]): Promise<readonly ServiceEntry[]> {
  const { loadService } = await import('@keyward/policy/catalogue')
  const prefixes = new Set(actions.map((action) => action.split(':')[0]?.toLowerCase() ?? ''))
  const found = await Promise.all([...prefixes].map((prefix) => loadService(prefix)))
  return found.filter((service) => service !== undefined)
}

type Apply = (view: EditorView, completion: Completion, from: number, to: number) => void

/** Writes a name and what stands after it, ready for its value; where the colon is there already, the name alone. */
function member({ named }: Place, name: string, after: string): Apply {
  return (view, completion, from, to) => {
    // A name with a place in it, aws:RequestTag/${TagKey}, is one to be filled in.
    filled(named ? `"${name}"` : `"${name}": ${after}`)(view, completion, from, to)
    if (!named && /^\{?\s*"\$\{\}"/.test(after) && !/\$\{\w/.test(name)) startCompletion(view)
  }
}

/** Writes a value in its quotes. */
function value(text: string, { goesOn = false } = {}): Apply {
  return (view, completion, from, to) => {
    const outer = quotesAround(view, from, to)
    view.dispatch({
      ...insertCompletionText(view.state, `"${text}"`, outer.from, outer.to),
      selection: { anchor: outer.from + text.length + (goesOn ? 1 : 2) },
      annotations: pickedCompletion.of(completion),
    })
    if (goesOn) startCompletion(view)
  }
}

/** Writes what has places to be filled in, one after the other by Tab. */
function filled(template: string): Apply {
  return (view, completion, from, to) => {
    const outer = quotesAround(view, from, to)
    snippet(template)(view, completion, outer.from, outer.to)
  }
}

/** What is replaced: with the quotes that are there. */
function quotesAround({ state }: EditorView, from: number, to: number): { readonly from: number; readonly to: number } {
  const before = state.doc.sliceString(from - 1, from) === '"' ? 1 : 0
  const after = before === 1 && state.doc.sliceString(to, to + 1) === '"' ? 1 : 0
  return { from: from - before, to: to + after }
}
