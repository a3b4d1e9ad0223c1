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
  toUsers: { en: 'Go to Users', ja: 'ユーザーへ' },
  continue: { en: 'Continue to Security credentials', ja: 'セキュリティ認証情報に進む' },
} as const satisfies Labels
