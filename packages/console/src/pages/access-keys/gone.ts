import { markStale } from '../../api/use-read.ts'
import type { Translate } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import type { Key } from './key.ts'
import { labels } from './labels.ts'

/** Somebody else was faster. The list is read again, so that the page shows what is there. */
export function sayGone(t: Translate, { id }: Key): void {
  flash({ name: id, type: 'info', content: t(labels.gone, { id }) })
  markStale('iam', 'DeleteAccessKey')
}
