import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  title: { en: 'Access key look-up', ja: 'アクセスキーの検索' },
  description: {
    en: 'Find out whose an access key is that turned up in code, in a log or in a report.',
    ja: 'コード、ログ、レポートなどで見つかったアクセスキーの所有者を調べます。',
  },
  accessKeyId: seed.accessKeyId,
  hint: {
    en: '20 characters, beginning with AKIA or ASIA. Never enter a secret access key.',
    ja: 'AKIA または ASIA で始まる 20 文字。シークレットアクセスキーは入力しないでください。',
  },
  lookUp: { en: 'Look up', ja: '検索' },
  notKeyId: {
    en: 'This is not an access key ID. It has 20 characters and begins with AKIA or ASIA.',
    ja: 'アクセスキー ID ではありません。アクセスキー ID は AKIA または ASIA で始まる 20 文字です。',
  },
  result: { en: 'Result', ja: '結果' },
  account: { en: 'Account', ja: 'アカウント' },
  thisAccount: { en: '{account} (this account)', ja: '{account} (このアカウント)' },
  kind: { en: 'Kind', ja: '種類' },
  longTerm: {
    en: 'Long-term credential of an IAM user or of the root user (AKIA)',
    ja: 'IAM ユーザーまたはルートユーザーの長期的な認証情報 (AKIA)',
  },
  temporary: { en: 'Temporary credential (ASIA)', ja: '一時的な認証情報 (ASIA)' },
  openUser: { en: 'Show the user', ja: 'ユーザーを表示' },
  openRoot: { en: 'Show the root user access keys', ja: 'ルートユーザーのアクセスキーを表示' },
  openReport: { en: 'Credential report', ja: '認証情報レポート' },
  statusNote: {
    en: 'A look-up does not tell whether a key may do anything: an active key may have no permission.',
    ja: 'この検索では、キーで何ができるかはわかりません。有効なキーでもアクセス許可がない場合があります。',
  },
  empty: {
    en: 'Enter an access key ID to see which account and which user it belongs to.',
    ja: 'アクセスキー ID を入力すると、所属するアカウントとユーザーが表示されます。',
  },
  helpTitle: { en: 'Auditing access keys', ja: 'アクセスキーの監査' },
  helpPrefix: {
    en: 'Access key IDs that begin with AKIA are long-term credentials of an IAM user or of the root user of an account. IDs that begin with ASIA are temporary credentials.',
    ja: 'AKIA で始まるアクセスキー ID は、IAM ユーザーまたはアカウントのルートユーザーの長期的な認証情報です。ASIA で始まるアクセスキー ID は、一時的な認証情報です。',
  },
  helpRoot: {
    en: 'If the account is yours and no user has the key, sign in as the root user and look at the root user access keys.',
    ja: 'アカウントが自分のもので、そのキーを持つユーザーがいない場合は、ルートユーザーとしてサインインし、ルートユーザーのアクセスキーを確認してください。',
  },
  helpCli: { en: 'The same with the AWS CLI:', ja: 'AWS CLI での確認方法:' },
} as const satisfies Labels
