import { type ContextValues } from '../variables.ts'

/** Answers whether one value of a request satisfies an operator with all its policy values, negation included. */
export type ValueTest = (value: string, context: ContextValues) => boolean

/** Any policy value may match; with a negated operator, none may. */
export function anyOf(matchers: readonly ValueTest[], negated: boolean): ValueTest {
  const [only, ...others] = matchers
  if (only && others.length === 0) {
    return negated ? (value, context) => !only(value, context) : only
  }
  return (value, context) => matchers.some((matches) => matches(value, context)) !== negated
}
