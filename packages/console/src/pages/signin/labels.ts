import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  title: { en: 'Sign in', ja: 'サインイン' },
  userTitle: { en: 'Sign in as IAM user', ja: 'IAM ユーザーとしてサインイン' },
  rootTitle: { en: 'Sign in as root user', ja: 'ルートユーザーとしてサインイン' },
  changeTitle: { en: 'Choose a new password', ja: '新しいパスワードの設定' },
  accountIdOrAlias: seed.accountIdOrAlias,
  iamUserName: seed.iamUserName,
  password: seed.password,
  next: seed.next,
  askAdministrator: seed.askAdministrator,
  differentAccount: seed.signInToDifferentAccount,
  signIn: { en: 'Sign in', ja: 'サインイン' },
  showPassword: { en: 'Show password', ja: 'パスワードを表示' },
  useRoot: { en: 'Sign in using root user email', ja: 'ルートユーザーの E メールを使用してサインイン' },
  forget: { en: 'Forget this account', ja: 'このアカウントの記憶を消去' },
  email: { en: 'Root user email address', ja: 'ルートユーザーの E メールアドレス' },
  otherEmail: { en: 'Use another email address', ja: '別の E メールアドレスを使用' },
  forgot: { en: 'Forgot password?', ja: 'パスワードを忘れた場合' },
  forgotUser: {
    en: 'Ask an administrator of your account to set a new password for you. IAM users cannot reset a lost password themselves.',
    ja: 'アカウントの管理者に新しいパスワードの設定を依頼してください。IAM ユーザーは、忘れたパスワードを自分でリセットすることはできません。',
  },
  forgotRoot: {
    en: 'On the machine of the server, whoever runs it enters the command below. It prints a new password and ends the sessions of the root user.',
    ja: 'サーバーの運用担当者が、サーバーのマシンで次のコマンドを実行します。新しいパスワードが表示され、ルートユーザーのセッションは終了します。',
  },
  incorrect: {
    en: 'Your authentication information is incorrect. Please try again.',
    ja: '認証情報が正しくありません。もう一度お試しください。',
  },
  throttled: {
    en: 'There were too many attempts. Wait a minute, then try again.',
    ja: '試行回数が多すぎます。1 分ほど待ってから、もう一度お試しください。',
  },
  passwordExpired: {
    en: 'Password expired. Contact your administrator.',
    ja: 'パスワードの有効期限が切れています。管理者にお問い合わせください。',
  },
  attemptEnded: {
    en: 'This took more than ten minutes, or the password was changed meanwhile. Sign in again.',
    ja: '10 分以上経過したか、その間にパスワードが変更されました。もう一度サインインしてください。',
  },
  notAnswered: {
    en: 'The server did not answer. Check your connection, then try again.',
    ja: 'サーバーから応答がありません。接続を確認して、もう一度お試しください。',
  },
  returning: {
    en: 'Sign in to go on to the page you asked for.',
    ja: '要求されたページを表示するには、サインインしてください。',
  },
  signedInAs: { en: 'You are signed in as {who}.', ja: '{who} としてサインインしています。' },
  continue: { en: 'Continue', ja: '続ける' },
  reasonReset: {
    en: 'An administrator set your password. Choose one that only you know.',
    ja: '現在のパスワードは管理者が設定したものです。自分だけが知っているパスワードを設定してください。',
  },
  reasonExpired: {
    en: 'Your password has expired. Choose a new one.',
    ja: 'パスワードの有効期限が切れました。新しいパスワードを設定してください。',
  },
  oldPassword: { en: 'Old password', ja: '現在のパスワード' },
  newPassword: { en: 'New password', ja: '新しいパスワード' },
  retypePassword: { en: 'Retype new password', ja: '新しいパスワードを再入力' },
  confirmChange: { en: 'Confirm password change', ja: 'パスワードの変更を確認' },
  unmet: {
    en: 'This password does not keep the rules below.',
    ja: 'このパスワードは下記の条件を満たしていません。',
  },
  mismatch: { en: 'The two passwords are not the same.', ja: '2 つのパスワードが一致しません。' },
  wrongOld: { en: 'The old password is not correct.', ja: '現在のパスワードが正しくありません。' },
  notAllowed: {
    en: 'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator.',
    ja: 'ユーザーに iam:ChangePassword を実行する権限がないか、入力したパスワードが管理者の設定したアカウントのパスワードポリシーに準拠していません。',
  },
  askFor: {
    en: 'Please allow the IAM user {who} the action iam:ChangePassword on itself, or set "Allow users to change their own password" for the account. Without it this user cannot finish signing in.',
    ja: 'IAM ユーザー {who} に、自分自身に対する iam:ChangePassword アクションを許可するか、アカウントで「ユーザーにパスワードの変更を許可」を設定してください。許可がないと、このユーザーはサインインを完了できません。',
  },
  copyForAdministrator: { en: 'Copy for your administrator', ja: '管理者向けにコピー' },
  startAgain: { en: 'Start again', ja: '最初からやり直す' },
  required: { en: 'This field is required.', ja: 'この項目は必須です。' },
  tagline: {
    en: 'Identities, keys and permissions, on your own server.',
    ja: 'ID、キー、アクセス許可を、自分のサーバーで。',
  },
  language: { en: 'Language', ja: '言語' },
} as const satisfies Labels
