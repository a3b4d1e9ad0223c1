import type { Labels } from '../i18n/labels.ts'
import { seed } from '../i18n/seed-labels.ts'

export const labels = {
  endedTitle: { en: 'Your session has ended', ja: 'セッションが終了しました' },
  endedText: {
    en: 'Sign in again to go on where you were. Passwords and secret keys that were on this page are gone.',
    ja: '続けるには、もう一度サインインしてください。このページに表示されていたパスワードとシークレットキーは消去されました。',
  },
  changedTitle: { en: 'Somebody else has signed in', ja: '別のユーザーがサインインしました' },
  changedText: {
    en: 'In another tab of this browser, {now} has signed in. This page was opened by {was}.',
    ja: 'このブラウザの別のタブで {now} がサインインしました。このページは {was} が開いたものです。',
  },
  continueAs: { en: 'Continue as {who}', ja: '{who} として続行' },
  signInAgainAs: { en: 'Sign in as {who} again', ja: '{who} としてもう一度サインイン' },
  signInAgain: { en: 'Sign in again', ja: 'もう一度サインイン' },
  endsSoonTitle: { en: 'Your session ends soon', ja: 'セッションがまもなく終了します' },
  endsSoonText: {
    en: { one: 'Your session ends in {count} minute.', other: 'Your session ends in {count} minutes.' },
    ja: 'セッションはあと {count} 分で終了します。',
  },
  rootUser: { en: 'Root user', ja: 'ルートユーザー' },
  differentAccount: seed.signInToDifferentAccount,
  passwordExpires: {
    en: { one: 'Your password expires in {count} day.', other: 'Your password expires in {count} days.' },
    ja: 'パスワードの有効期限まであと {count} 日です。',
  },
  changePassword: { en: 'Change password', ja: 'パスワードの変更' },
} as const satisfies Labels
