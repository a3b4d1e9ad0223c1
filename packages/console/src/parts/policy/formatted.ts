export function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A document set out in lines. What is no JSON stays as it is. */
export function formatted(text: string): string {
  return parses(text) ? JSON.stringify(JSON.parse(text), null, 2) : text
}
