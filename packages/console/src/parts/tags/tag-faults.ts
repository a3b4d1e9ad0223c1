import type { Translate } from '../../i18n/language-provider.tsx'
import { faultText } from '../field-fault.ts'
import { labels } from './labels.ts'
import { tagFaultAt, type TypedTag } from './tag-keys.ts'

/** What is wrong with the tag of a row, in words for its two fields. The model asks the same of every kind of tag. */
export function tagFaults(
  t: Translate,
  tags: readonly TypedTag[],
  at: number,
): { readonly key: string | undefined; readonly value: string | undefined } {
  const { Key = '', Value = '' } = tags[at] ?? {}
  const own = tagFaultAt(tags, at)
  const words = { tagExists: labels.tagTwice, tagReserved: labels.tagReserved }
  return {
    key: own ? t(words[own]) : faultText(t, 'iam:TagUser', 'Tags.Key', Key),
    value: faultText(t, 'iam:TagUser', 'Tags.Value', Value),
  }
}

/** Whether any of the tags could not be sent as it stands. */
export function hasTagFault(t: Translate, tags: readonly TypedTag[]): boolean {
  return tags.some((_, at) => Object.values(tagFaults(t, tags, at)).some((fault) => fault !== undefined))
}
