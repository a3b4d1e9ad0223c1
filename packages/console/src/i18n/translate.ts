import type { Label, Values, ValuesOf } from './labels.ts'
import type { Language } from './language.ts'

/** What `t` takes beside the label: nothing, or a value for every `{name}` in its text. */
export type ValueArguments<L extends Label> = [ValuesOf<L>] extends [never]
  ? []
  : [values: { readonly [Name in ValuesOf<L>]: string | number }]

/** A label's text in one language, its values filled in. Numbers are written as the language writes them. */
export function translate<L extends Label>(language: Language, label: L, ...values: ValueArguments<L>): string {
  return fill(language, label, values[0] ?? {})
}

function fill(language: Language, label: Label, values: Values): string {
  const text = label[language]
  const form = typeof text === 'string' ? text : text[pluralForm(language, values['count'])]
  return form.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    if (value === undefined) return place
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value
  })
}

function pluralForm(language: Language, count: string | number | undefined): 'one' | 'other' {
  return new Intl.PluralRules(language).select(Number(count)) === 'one' ? 'one' : 'other'
}
