import type { Labels } from './labels.ts'

/**
 * Every label of the seed, with the one English and the one Japanese string chosen for it. `seed` holds the words of the
 * seed that it comes from, letter for letter; what only one language has there is our own in the other. Screens take
 * theirs from here, and the journeys assert the screens against this table.
 */
export const seed = {
  // Signing in, and the way to one's own keys.
  signInToDifferentAccount: {
    en: 'Sign in to a different account',
    ja: '別のアカウントにサインイン',
    seed: 'ページの下部にある[別のアカウントにサインイン]を選択し',
  },
  accountIdOrAlias: {
    en: 'Account ID or account alias',
    ja: 'アカウント ID またはアカウントエイリアス',
    seed: 'AWS アカウント ID またはアカウントエイリアス、IAM ユーザー名、およびパスワードを使用して',
  },
  iamUserName: {
    en: 'IAM user name',
    ja: 'IAM ユーザー名',
    seed: 'AWS アカウント ID またはアカウントエイリアス、IAM ユーザー名、およびパスワードを使用して',
  },
  password: {
    en: 'Password',
    ja: 'パスワード',
    seed: 'AWS アカウント ID またはアカウントエイリアス、IAM ユーザー名、およびパスワードを使用して',
  },
  askAdministrator: {
    en: 'To get the account ID, ask your administrator.',
    ja: 'アカウント ID の取得については、管理者にお問い合わせください。',
    seed: 'アカウント ID の取得については、管理者にお問い合わせください。',
  },
  securityCredentials: {
    en: 'Security credentials',
    ja: 'セキュリティ認証情報',
    seed: '[Security credentials] (セキュリティ認証情報)',
  },

  // The Access keys section.
  users: { en: 'Users', ja: 'ユーザー', seed: '[Users (ユーザー)]' },
  accessKeys: { en: 'Access keys', ja: 'アクセスキー', seed: '[Access keys (アクセスキー)]' },
  createAccessKey: {
    en: 'Create access key',
    ja: 'アクセスキーを作成',
    seed: '[Create access key (アクセスキーを作成)]',
  },
  actions: { en: 'Actions', ja: 'アクション', seed: '[Actions] (アクション)' },
  activate: { en: 'Activate', ja: '有効化', seed: '[Activate] (有効化)' },
  deactivate: { en: 'Deactivate', ja: '無効化', seed: '[Deactivate] (無効化)' },
  delete: { en: 'Delete', ja: '削除', seed: '[Delete] (削除)' },
  lastUsed: { en: 'Last used', ja: '前回使用', seed: '[Last used] (前回使用)' },
  active: { en: 'Active', ja: '有効', seed: '(有効)' },
  inactive: { en: 'Inactive', ja: '無効', seed: '(無効)' },

  // The wizard.
  bestPractices: {
    en: 'Access key best practices & alternatives',
    ja: 'アクセスキーのベストプラクティスと代替案',
    seed: '[Access key best practices & alternatives] (アクセスキーのベストプラクティスと代替案)',
  },
  other: { en: 'Other', ja: 'その他', seed: '[Other] (その他)' },
  next: { en: 'Next', ja: '次へ', seed: '[Next] (次へ)' },
  retrieveAccessKeys: {
    en: 'Retrieve access keys',
    ja: 'アクセスキーの取得',
    seed: '[Retrieve access keys] (アクセスキーの取得)',
  },
  show: { en: 'Show', ja: '表示', seed: '[Show] (表示)' },
  downloadCsv: {
    en: 'Download .csv file',
    ja: '.csv ファイルをダウンロード',
    seed: '[Download .csv file] (.csv ファイルをダウンロード)',
  },
  done: { en: 'Done', ja: '完了', seed: '[Done] (完了)' },
  accessKeyId: { en: 'Access key ID', ja: 'アクセスキー ID', seed: 'Access key ID (アクセスキー ID)' },
  secretAccessKey: {
    en: 'Secret access key',
    ja: 'シークレットアクセスキー',
    seed: 'Secret access key (シークレットアクセスキー)',
  },

  // The list of users.
  searchBox: {
    en: 'Search',
    ja: '検索',
    seed: '検索ボックスで、検索するユーザーのアクセスキー ID を入力するか、貼り付けます。',
  },
  settings: { en: 'Settings', ja: '設定', seed: '設定アイコン ( Settings icon )' },
  manageColumns: { en: 'Manage Columns', ja: '列の管理', seed: '[Manage Columns (列の管理)]' },
  close: { en: 'Close', ja: '閉じる', seed: '[Close (閉じる)]' },
  accessKeyIdColumn: { en: 'Access key ID', ja: 'アクセスキー ID', seed: '[アクセスキー ID] 列' },
  accessKeyAge: { en: 'Access key age', ja: 'アクセスキーの古さ', seed: '[Access key age (アクセスキーの古さ)]' },
  none: { en: 'None', ja: 'なし', seed: '[None (なし)]' },
} as const satisfies Labels
