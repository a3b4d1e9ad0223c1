import {
  validateInSlices,
  type Finding,
  type FindingType,
  type PolicyKind,
  type ValidationOptions,
} from '@keyward/policy'

export { findingTypes, type FindingType } from '@keyward/policy'

/** Something to mend in a document, at one place of it. */
export interface PlacedFinding {
  readonly type: FindingType
  readonly code: string
  /** In English, as the package says it. */
  readonly message: string
  readonly from: number
  readonly to: number
  /** Counted from 1. */
  readonly line: number
  readonly column: number
}

/** As long as the page may be busy at a stretch, in milliseconds: half a frame. */
const stretch = 8

/** Services that are asked about for one document. Of the others nothing is said. */
const servicesMax = 100

/**
 * What is wrong, risky or clumsy in a document, in the order of the text: by the package that the server has, in slices with
 * pauses between them. Undefined where it was called off.
 */
export async function findingsIn(
  text: string,
  kind: PolicyKind,
  signal: AbortSignal,
): Promise<readonly PlacedFinding[] | undefined> {
  const slices = validateInSlices(text, kind, await optionsFor(text))
  let began = performance.now()
  for (;;) {
    if (signal.aborted) return undefined
    const { done, value } = slices.next()
    if (done) return value.map((finding) => placed(finding, text.length))
    if (performance.now() - began < stretch) continue
    await new Promise((resume) => setTimeout(resume))
    began = performance.now()
  }
}

/** What AWS documents of the services that a text names. Where it does not arrive, documents are judged without it. */
async function optionsFor(text: string): Promise<ValidationOptions> {
  try {
    const { globalConditionKeys, loadService, serviceNames } = await import('@keyward/policy/catalogue')
    const named = new Set([...text.matchAll(/[A-Za-z0-9-]+(?=:)/g)].map(([word]) => word.toLowerCase()))
    const prefixes = [...named].filter((word) => serviceNames.has(word)).slice(0, servicesMax)
    const services = new Map<string, Awaited<ReturnType<typeof loadService>>>()
    await Promise.all(prefixes.map(async (prefix) => services.set(prefix, await loadService(prefix))))
    return { catalogue: { serviceNames, globalConditionKeys, service: (prefix) => services.get(prefix) } }
  } catch {
    return {}
  }
}

function placed({ type, code, message, locations: [first] }: Finding, length: number): PlacedFinding {
  const { offset = 0, length: span = 0, line = 1, column = 1 } = first?.span ?? {}
  const from = Math.min(offset, length)
  return { type, code, message, from, to: Math.min(from + span, length), line, column }
}
