import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  title: { en: 'My security credentials', ja: '自分のセキュリティ認証情報' },
  about: {
    en: 'Manage the credentials with which you sign in to the console, and those with which your programs call the API.',
    ja: 'コンソールへのサインインに使用する認証情報と、プログラムから API を呼び出すための認証情報を管理します。',
  },
  account: { en: 'Account details', ja: 'アカウントの詳細' },
  accountId: { en: 'Account ID', ja: 'アカウント ID' },
  userName: seed.iamUserName,
  userArn: { en: 'User ARN', ja: 'ユーザー ARN' },
  rootEmail: { en: 'Root user email address', ja: 'ルートユーザーの E メールアドレス' },
  rootTitle: {
    en: 'You are signed in as the root user',
    ja: 'ルートユーザーとしてサインインしています',
  },
  rootText: {
    en: 'The root user may do everything in this account, and no policy limits it. Use it only for what nobody else can do, and administer the account as an IAM user.',
    ja: 'ルートユーザーは、このアカウントですべての操作を実行でき、ポリシーで制限することはできません。ほかの誰にもできない作業にのみ使用し、アカウントの管理には IAM ユーザーを使用してください。',
  },
  toUsers: { en: 'Go to Users', ja: 'ユーザーの一覧へ' },
  continue: { en: 'Continue to Security credentials', ja: 'セキュリティ認証情報に進む' },

  password: seed.password,
  passwordText: {
    en: 'With this password you sign in to the console. It has nothing to do with your access keys.',
    ja: 'コンソールへのサインインに使用するパスワードです。アクセスキーとは関係ありません。',
  },
  passwordHint: {
    en: 'To change it you need your current password. A lost one is set anew by your administrator.',
    ja: '変更するには現在のパスワードが必要です。忘れた場合は、管理者が新しいパスワードを設定します。',
  },
  rootPasswordHint: {
    en: 'To change it you need your current password. A lost one is made anew at the server’s machine: keyward root reset-password',
    ja: '変更するには現在のパスワードが必要です。忘れた場合は、サーバーのマシンで新しいパスワードを作成します: keyward root reset-password',
  },
  passwordExpires: { en: 'Your password expires:', ja: 'パスワードの有効期限:' },
  changePassword: { en: 'Change password', ja: 'パスワードの変更' },
  currentPassword: { en: 'Current password', ja: '現在のパスワード' },
  newPassword: { en: 'New password', ja: '新しいパスワード' },
  confirmPassword: { en: 'Confirm new password', ja: '新しいパスワードの確認' },
  required: { en: 'This field is required.', ja: 'この項目は必須です。' },
  unmet: { en: 'The password does not meet all conditions.', ja: 'パスワードがすべての条件を満たしていません。' },
  mismatch: { en: 'The two new passwords are not the same.', ja: '2 つの新しいパスワードが一致しません。' },
  wrongPassword: { en: 'The current password is not correct.', ja: '現在のパスワードが正しくありません。' },
  hiddenRules: {
    en: 'You may not see the password policy of this account. The server checks the new password when you change it.',
    ja: 'このアカウントのパスワードポリシーを表示する許可がありません。新しいパスワードは、変更時にサーバーが確認します。',
  },
  othersEnd: {
    en: 'When the password changes, all your other console sessions end.',
    ja: 'パスワードを変更すると、ほかのコンソールセッションはすべて終了します。',
  },
  passwordChanged: {
    en: 'Your password was changed. Your other console sessions have ended.',
    ja: 'パスワードを変更しました。ほかのコンソールセッションは終了しました。',
  },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
} as const satisfies Labels
