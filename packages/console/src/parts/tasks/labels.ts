import type { Labels } from '../../i18n/labels.ts'

export const labels = {
  progress: { en: 'What is done', ja: '実行内容' },
  waiting: { en: 'Waiting', ja: '待機中' },
  running: { en: 'In progress', ja: '実行中' },
  finished: { en: 'Done', ja: '完了' },
  failed: { en: 'Failed', ja: '失敗' },
  unknown: { en: 'Not known', ja: '不明' },
  stoppedTitle: { en: 'Not everything was done', ja: 'すべては完了していません' },
  stoppedText: {
    en: 'What you entered is kept. Correct it where needed, then go on: only what remains is done.',
    ja: '入力した内容は保持されています。必要に応じて修正して続行してください。残りの処理のみが実行されます。',
  },
} as const satisfies Labels
