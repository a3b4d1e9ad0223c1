import type { Labels } from '../../i18n/labels.ts'

export const labels = {
  simulate: { en: 'Simulate', ja: 'シミュレート' },
} as const satisfies Labels
