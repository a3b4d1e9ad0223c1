import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  title: seed.users,
  counted: { en: 'Users ({count})', ja: 'ユーザー ({count})' },
  description: {
    en: 'An IAM user is an identity with long-term credentials: a password, access keys, or both.',
    ja: 'IAM ユーザーは、パスワードやアクセスキーなどの長期的な認証情報を持つアイデンティティです。',
  },
  delete: seed.delete,
  createUser: { en: 'Create user', ja: 'ユーザーの作成' },
  selectFirst: { en: 'Select a user to delete.', ja: '削除するユーザーを選択してください。' },

  search: seed.searchBox,
  searchPlaceholder: {
    en: 'User name, path or access key ID',
    ja: 'ユーザー名、パス、アクセスキー ID',
  },
  dismiss: { en: 'Dismiss', ja: '閉じる' },

  // Filters.
  addFilter: { en: 'Filter by access keys', ja: 'アクセスキーで絞り込み' },
  filters: { en: 'Filters', ja: 'フィルター' },
  olderThan: { en: 'Active keys older than', ja: '次より古い有効なキー' },
  idleFor: { en: 'Active keys not used for', ja: '次の期間使用されていない有効なキー' },
  neverUsed: { en: 'Keys that were never used', ja: '一度も使用されていないキー' },
  bootstrap: { en: 'The bootstrap key', ja: 'ブートストラップキー' },
  days: { en: 'days', ja: '日' },
  daysOf: { en: '{filter}, days', ja: '{filter}、日数' },
  removeFilter: { en: 'Remove filter: {filter}', ja: 'フィルターを削除: {filter}' },
  clearAll: { en: 'Clear filters', ja: 'フィルターをクリア' },

  // Columns.
  userName: { en: 'User name', ja: 'ユーザー名' },
  path: { en: 'Path', ja: 'パス' },
  groups: { en: 'Groups', ja: 'グループ' },
  lastActivity: { en: 'Last activity', ja: '前回のアクティビティ' },
  passwordAge: { en: 'Password age', ja: 'パスワードの古さ' },
  consoleSignIn: { en: 'Console last sign-in', ja: 'コンソールの前回のサインイン' },
  accessKeyId: seed.accessKeyIdColumn,
  accessKeyAge: seed.accessKeyAge,
  accessKeyLastUsed: { en: 'Access key last used', ja: 'アクセスキーの前回使用' },
  consoleAccess: { en: 'Console access', ja: 'コンソールアクセス' },
  arn: { en: 'ARN', ja: 'ARN' },
  created: { en: 'Creation time', ja: '作成日時' },

  // Cells.
  none: seed.none,
  never: { en: 'Never', ja: '未使用' },
  neverSignedIn: { en: 'Never', ja: '未サインイン' },
  noActivity: { en: 'Never', ja: 'アクティビティなし' },
  noActiveKey: { en: '-', ja: '-' },
  enabled: { en: 'Enabled', ja: '有効' },
  disabled: { en: 'Disabled', ja: '無効' },
  active: seed.active,
  inactive: seed.inactive,
  expired: { en: 'Expired', ja: '期限切れ' },
  moreGroups: { en: '{count} more', ja: '他 {count} 件' },
  daysOld: { en: { one: '{count} day', other: '{count} days' }, ja: '{count} 日' },
  denied: { en: '–', ja: '–' },

  // Preferences.
  settings: seed.settings,
  manageColumns: seed.manageColumns,
  close: seed.close,
  columns: { en: 'Columns', ja: '列' },
  alwaysShown: { en: 'always shown', ja: '常に表示' },
  pageSize: { en: 'Rows per page', ja: '1 ページの行数' },
  rows: { en: { one: '{count} user', other: '{count} users' }, ja: '{count} ユーザー' },
  wrapLines: { en: 'Wrap lines', ja: '行を折り返す' },
  wrapLinesText: {
    en: 'Show all of a long text, on several lines.',
    ja: '長いテキストを複数の行に折り返してすべて表示します。',
  },

  // What is done with the rows.
  export: { en: 'Export', ja: 'エクスポート' },
  copyRows: { en: 'Copy as CSV', ja: 'CSV としてコピー' },
  saveRows: { en: 'Download .csv', ja: '.csv をダウンロード' },
  rowsCopied: {
    en: { one: '{count} row copied.', other: '{count} rows copied.' },
    ja: '{count} 行をコピーしました。',
  },
  rowsNotCopied: { en: 'The rows could not be copied.', ja: '行をコピーできませんでした。' },
  range: { en: '{first}–{last} of {total}', ja: '{total} 件中 {first}–{last} 件' },
  page: { en: 'Page {page}', ja: '{page} ページ' },
  pages: { en: 'Pages of the list', ja: '一覧のページ' },
  previousPage: { en: 'Previous page', ja: '前のページ' },
  nextPage: { en: 'Next page', ja: '次のページ' },

  // Where rows would stand.
  noUsers: { en: 'No users', ja: 'ユーザーがいません' },
  noUsersText: {
    en: 'Create a user for each person and each application.',
    ja: '人ごと、アプリケーションごとにユーザーを作成してください。',
  },
  noMatches: { en: 'No matches', ja: '一致するユーザーがいません' },
  noMatchesText: {
    en: 'No user meets all of these conditions.',
    ja: 'すべての条件に一致するユーザーはいません。',
  },
  refusedOrder: {
    en: 'Sorting or filtering by this needs {action} on every user',
    ja: 'この列での並べ替えや絞り込みには、すべてのユーザーに対する {action} が必要です',
  },
  refusedOrderText: {
    en: 'An order or a filter would tell about users whose values you may not see, so it is refused.',
    ja: '並べ替えや絞り込みによって、表示が許可されていないユーザーの値が推測できてしまうため、拒否されました。',
  },
  showByName: { en: 'Show all by user name', ja: 'ユーザー名順にすべて表示' },
  deniedOwn: {
    en: 'You can still manage your own password and access keys.',
    ja: '自分のパスワードとアクセスキーは引き続き管理できます。',
  },
  toOwn: { en: 'My security credentials', ja: '自分のセキュリティ認証情報' },

  // Help.
  helpTitle: { en: 'Find an access key', ja: 'アクセスキーを見つける' },
  helpFindTitle: { en: 'The user who has an access key', ja: '特定のアクセスキーを持つユーザー' },
  helpFind: {
    en: 'In the search box, enter or paste the access key ID. The list is filtered to its owner.',
    ja: '検索ボックスに、アクセスキー ID を入力するか貼り付けます。一覧は所有者で絞り込まれます。',
  },
  helpIdsTitle: { en: 'The access key IDs of several users', ja: '複数のユーザーのアクセスキー ID' },
  helpIds: {
    en: 'Choose the settings icon above the table, far right. In Manage Columns, select Access key ID, then choose Close.',
    ja: 'テーブルの上の右端にある設定アイコンを選択します。[列の管理] で [アクセスキー ID] を選択し、[閉じる] を選択します。',
  },
  helpAgeTitle: { en: 'Which keys to update or delete', ja: '更新または削除が必要なキー' },
  helpAge: {
    en: 'Add the column Access key age the same way. It shows the days since the oldest active access key was created.',
    ja: '同じ手順で [アクセスキーの古さ] 列を追加します。最も古い有効なアクセスキーが作成されてからの日数が表示されます。',
  },
  helpSecrets: {
    en: 'Only the ID and the status of a key are shown. The secret access key can be retrieved only when the key is created.',
    ja: '表示されるのはアクセスキーの ID とステータスのみです。シークレットアクセスキーは、キーの作成時にのみ取得できます。',
  },
} as const satisfies Labels
