import type { Labels } from '../i18n/labels.ts'

/** Of the rules that a new password is measured by. */
export const labels = {
  ruleLength: {
    en: { one: 'At least {count} character', other: 'At least {count} characters' },
    ja: '{count} 文字以上',
  },
  ruleUppercase: { en: 'An uppercase letter (A–Z)', ja: '英大文字 (A–Z) を含む' },
  ruleLowercase: { en: 'A lowercase letter (a–z)', ja: '英小文字 (a–z) を含む' },
  ruleNumber: { en: 'A number', ja: '数字を含む' },
  ruleSymbol: { en: 'A symbol: {symbols}', ja: '記号を含む: {symbols}' },
  ruleClasses: {
    en: {
      one: 'At least {count} of: uppercase letters, lowercase letters, numbers, symbols',
      other: 'At least {count} of: uppercase letters, lowercase letters, numbers, symbols',
    },
    ja: '英大文字、英小文字、数字、記号のうち {count} 種類以上を含む',
  },
  ruleDifferent: { en: 'Not the password you just used', ja: '現在のパスワードと異なる' },
  ruleReuse: {
    en: { one: 'Not your last password', other: 'None of your last {count} passwords' },
    ja: '過去 {count} 回のパスワードと異なる',
  },
  ruleMet: { en: 'Met', ja: '満たしています' },
  ruleOpen: { en: 'Not met yet', ja: 'まだ満たしていません' },
  rulesTitle: { en: 'Rules for the new password', ja: '新しいパスワードの条件' },
  sameAsLast: {
    en: 'Choose another password than the one that must be changed.',
    ja: '変更が必要な現在のパスワードとは異なるパスワードを設定してください。',
  },
  usedBefore: {
    en: 'You have used this password before. Choose another one.',
    ja: 'このパスワードは以前に使用されています。別のパスワードを設定してください。',
  },
  isName: {
    en: 'The password must not be the name or the email address of the account.',
    ja: 'アカウントの名前または E メールアドレスをパスワードにすることはできません。',
  },
  violates: {
    en: 'The new password was refused: {sentence}',
    ja: '新しいパスワードは受け付けられませんでした: {sentence}',
  },
} as const satisfies Labels
