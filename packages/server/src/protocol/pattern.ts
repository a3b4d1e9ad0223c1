const compiled = new Map<string, (text: string) => boolean>()

/**
 * Turns a pattern of the model, Java flavour and matched against the whole text, into a test.
 * Every pattern of an input is linear in the text: one class of characters repeated, or parts that cannot stand for each other.
 */
export function matcher(pattern: string): (text: string) => boolean {
  let matches = compiled.get(pattern)
  if (matches === undefined) {
    matches = compile(pattern)
    compiled.set(pattern, matches)
  }
  return matches
}

function compile(pattern: string): (text: string) => boolean {
  const body = pattern.replace(/^\^/, '').replace(/\$$/, '')
  // `[a-z]+` and `[a-z]*`, as most are: looking for one character outside the class needs no backtracking, however long the text.
  const repeated = /^\[((?:[^\]\\]|\\.)+)\]([+*])$/.exec(body)
  if (repeated !== null) {
    const outside = new RegExp(`[^${repeated[1] ?? ''}]`, 'u')
    const mayBeEmpty = repeated[2] === '*'
    return (text) => (text === '' ? mayBeEmpty : !outside.test(text))
  }
  const whole = new RegExp(`^(?:${body})$`, 'u')
  return (text) => whole.test(text)
}
