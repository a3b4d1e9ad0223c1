import type { Shape } from '../protocol/model.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/**
 * An input or output as a record holds it: names in lowerCamelCase, sensitive members left out altogether. Null where there is
 * nothing. The model says what is sensitive.
 */
export function redacted(value: unknown, shape: Shape | undefined): Json {
  if (shape === undefined || value === undefined) return null
  const json = redact(value, shape)
  return typeof json === 'object' && json !== null && Object.keys(json).length === 0 ? null : (json ?? null)
}

function redact(value: unknown, shape: Shape): Json | undefined {
  switch (shape.type) {
    case 'structure': {
      // The codec gives a value of this very shape.
      const members = value as Readonly<Record<string, unknown>>
      const json: Record<string, Json> = {}
      for (const member of shape.members) {
        const part = members[member.name]
        const redactedPart = part === undefined ? undefined : redact(part, member.shape)
        if (redactedPart !== undefined) json[lowerCamel(member.name)] = redactedPart
      }
      return json
    }
    case 'list':
      return (value as readonly unknown[]).map((member) => redact(member, shape.member) ?? null)
    case 'map':
      return Object.fromEntries(
        Object.entries(value as Readonly<Record<string, unknown>>).map(([key, part]) => [
          key,
          redact(part, shape.value) ?? null,
        ]),
      )
    case 'string':
      return shape.sensitive ? undefined : (value as string)
    case 'timestamp':
      return eventDate(value as number)
    case 'blob':
      // Seeds, QR codes and reports: none belongs in a record.
      return undefined
    case 'integer':
    case 'boolean':
      return value as number | boolean
  }
}

const lowerCamel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Jul 30, 2024 9:53:13 PM`, as IAM's records have it: UTC. */
function eventDate(milliseconds: number): string {
  const date = new Date(milliseconds)
  const two = (number: number): string => String(number).padStart(2, '0')
  const hours = date.getUTCHours()
  return (
    `${months[date.getUTCMonth()] ?? ''} ${date.getUTCDate()}, ${date.getUTCFullYear()} ` +
    `${hours % 12 === 0 ? 12 : hours % 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${hours < 12 ? 'AM' : 'PM'}`
  )
}
