import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  delete: seed.delete,
  goOn: { en: 'Go on deleting', ja: '削除を続ける' },
  deletingStep: { en: 'Deleting: {step}', ja: '削除中: {step}' },
  deleteFailed: { en: 'Not everything was deleted', ja: 'すべては削除されていません' },
  remains: { en: 'What remains', ja: '残っているもの' },
  others: { en: { one: '{count} other', other: '{count} others' }, ja: '他 {count} 件' },
} as const satisfies Labels
