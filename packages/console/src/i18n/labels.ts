/** A text, or its forms where a number decides: `{count}` names the number. Japanese has one form for all. */
export type Text = string | { readonly one: string; readonly other: string }

/** One thing the console says, in both languages. `{name}` stands for a value that t() must be given. */
export interface Label {
  readonly en: Text
  readonly ja: string
  /** The words of the seed that it comes from, letter for letter. Those labels stand in seed-labels.ts only. */
  readonly seed?: string
}

/** The labels of one screen: `labels.ts` beside it, `as const satisfies Labels`. */
export interface Labels {
  readonly [name: string]: Label
}

type NamesIn<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

/** The names that a label's text has places for. */
export type ValuesOf<L extends Label> = NamesIn<L['en'] extends { readonly other: infer Other } ? Other : L['en']>

export type Values = Readonly<Record<string, string | number>>
