import type { Labels } from '../../i18n/labels.ts'

export const labels = {
  title: { en: 'Protecting access keys', ja: 'アクセスキーを守る' },
  example: { en: 'example', ja: '例' },
} as const satisfies Labels
