/** A question to the simulator, as its address says it. */
export interface SimulationQuery {
  /** The policies that are asked: those of a user or a group by its ARN, or a text of one's own. */
  readonly of: 'principal' | 'policy'
  /** ARN; empty while nobody is chosen. */
  readonly principal: string
  readonly policy: string
  /** ARN of the managed policy that the text is of, as long as nobody has changed it. */
  readonly from: string
  readonly actions: readonly string[]
  /** ARNs, or `*`. */
  readonly resources: readonly string[]
  readonly context: readonly ContextValue[]
  /** ARN of a managed policy to stand in place of the boundary; empty: as it is. */
  readonly boundary: string
  readonly resourcePolicy: string
  /** ARN of the user who calls, where a resource's policy is asked and it is no user's policies. */
  readonly caller: string
}

export interface ContextValue {
  readonly key: string
  /** In the words of the API, such as `boolean`; absent: what is known of the key decides. */
  readonly type?: string
  readonly values: readonly string[]
}

export const blankQuery: SimulationQuery = {
  of: 'principal',
  principal: '',
  policy: '',
  from: '',
  actions: [],
  resources: [],
  context: [],
  boundary: '',
  resourcePolicy: '',
  caller: '',
}

/** A server takes addresses of 8 KB, and people send them by mail: texts of policies that make one longer are left out. */
export const addressMax = 4000

/** More of anything than this is nothing that a person asked. */
const itemsMax = 100
const charactersMax = 2048

/** The address of a question, for links from anywhere in the console. */
export function simulatorAddress(query: Partial<SimulationQuery>): string {
  const parameters = writeSimulationQuery({ ...blankQuery, ...query }).toString()
  return parameters === '' ? '/iam/policy_simulator' : `/iam/policy_simulator?${parameters}`
}

/** Reads what somebody may have typed: what is not understood counts for nothing. */
export function readSimulationQuery(parameters: URLSearchParams): SimulationQuery {
  const one = (name: string) => shortOf(parameters.get(name) ?? '', charactersMax)
  const several = (name: string) =>
    parameters
      .getAll(name)
      .filter((text) => text !== '' && text.length <= charactersMax)
      .slice(0, itemsMax)
  const text = (name: string) => shortOf(parameters.get(name) ?? '', addressMax)
  return {
    of: parameters.get('of') === 'policy' ? 'policy' : 'principal',
    principal: one('principal'),
    policy: text('policy'),
    from: one('from'),
    actions: several('action'),
    resources: several('resource'),
    context: several('context').flatMap(readContext),
    boundary: one('boundary'),
    resourcePolicy: text('resourcePolicy'),
    caller: one('caller'),
  }
}

/** The same as an address says it, without what goes without saying, and without texts that do not fit. */
export function writeSimulationQuery(query: SimulationQuery): URLSearchParams {
  const parameters = new URLSearchParams()
  const put = (name: string, value: string) => {
    if (value !== '') parameters.append(name, value)
  }
  if (query.of === 'policy') {
    put('of', 'policy')
    put('from', query.from)
  } else put('principal', query.principal)
  for (const action of query.actions) put('action', action)
  for (const resource of query.resources) put('resource', resource)
  for (const entry of query.context) put('context', writeContext(entry))
  put('boundary', query.boundary)
  put('caller', query.caller)
  if (query.of === 'policy' && query.from === '') putText('policy', query.policy)
  putText('resourcePolicy', query.resourcePolicy)
  return parameters

  function putText(name: string, text: string): void {
    put(name, text)
    if (parameters.toString().length > addressMax) parameters.delete(name)
  }
}

const shortOf = (text: string, max: number) => (text.length <= max ? text : '')

const writeContext = ({ key, type = '', values }: ContextValue) => JSON.stringify([key, type, ...values])

function readContext(text: string): readonly ContextValue[] {
  let parts: unknown
  try {
    parts = JSON.parse(text)
  } catch {
    return []
  }
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return []
  const [key = '', type = '', ...values] = parts
  return key === '' ? [] : [{ key, ...(type !== '' && { type }), values }]
}
