import type { Labels } from '../../i18n/labels.ts'

/** Of writing a policy document. */
export const labels = {
  editor: { en: 'Policy document in JSON', ja: 'JSON 形式のポリシードキュメント' },
  keys: {
    en: 'Esc, then Tab leaves the editor. Ctrl+Space completes, Ctrl+] and Ctrl+[ indent.',
    ja: 'Esc キー、Tab キーの順に押すとエディターから移動します。Ctrl+Space で入力候補を表示し、Ctrl+] と Ctrl+[ でインデントします。',
  },
  size: {
    en: '{size} of {max} characters (white space not counted)',
    ja: '{max} 文字中 {size} 文字 (空白を除く)',
  },
  difference: { en: 'Difference', ja: '差分' },
  removedLine: { en: 'Removed', ja: '削除' },
  addedLine: { en: 'Added', ja: '追加' },
  place: { en: '{type} – line {line}, column {column}', ja: '{type} – {line} 行 {column} 列' },
  error: { en: 'Error', ja: 'エラー' },
  securityWarning: { en: 'Security warning', ja: 'セキュリティ警告' },
  warning: { en: 'Warning', ja: '警告' },
  suggestion: { en: 'Suggestion', ja: '提案' },
  findings: { en: 'Findings', ja: '検出結果' },
  checking: { en: 'Checking', ja: '確認中' },
  good: { en: 'Nothing to mend was found.', ja: '修正が必要な箇所は見つかりませんでした。' },
  errors: { en: { one: '{count} error', other: '{count} errors' }, ja: 'エラー {count} 件' },
  securityWarnings: {
    en: { one: '{count} security warning', other: '{count} security warnings' },
    ja: 'セキュリティ警告 {count} 件',
  },
  warnings: { en: { one: '{count} warning', other: '{count} warnings' }, ja: '警告 {count} 件' },
  suggestions: { en: { one: '{count} suggestion', other: '{count} suggestions' }, ja: '提案 {count} 件' },
  moreFindings: { en: 'And {count} more.', ja: '他 {count} 件。' },
  completions: { en: 'Completions', ja: '入力候補' },
  everyAction: { en: 'every action', ja: 'すべてのアクション' },
  severalActions: { en: 'all that begin so', ja: 'この文字列で始まるすべて' },
  everyResource: { en: 'every resource', ja: 'すべてのリソース' },
  refused: { en: 'The server refused the policy: {message}', ja: 'サーバーがポリシーを拒否しました: {message}' },
  template: { en: 'Insert a template', ja: 'テンプレートを挿入' },
  format: { en: 'Format', ja: '整形' },
  TerminateWithMfa: {
    en: 'Run, describe and stop instances; terminate them only with MFA.',
    ja: 'インスタンスの実行、表示、停止を許可し、終了は MFA がある場合のみ許可します。',
  },
  ReadBucket: {
    en: 'List one bucket and read its objects.',
    ja: '1 つのバケットの一覧表示とオブジェクトの読み取りを許可します。',
  },
  DenyOtherRegions: {
    en: 'Deny everything outside two Regions, global services aside.',
    ja: 'グローバルサービスを除き、2 つのリージョン以外でのすべての操作を拒否します。',
  },
  CreateOwnAccessKeys: {
    en: 'Create own access keys, with a description.',
    ja: '自分のアクセスキーを、説明を付けて作成します。',
  },
  ManageOwnAccessKeys: {
    en: 'Create, update, deactivate and delete own access keys.',
    ja: '自分のアクセスキーを作成、更新、無効化、削除します。',
  },
  ManageOwnPasswordAndAccessKeys: {
    en: 'Change the own password, and manage own access keys.',
    ja: '自分のパスワードを変更し、アクセスキーを管理します。',
  },
  // What a document says, in a table.
  permissionsTitle: { en: 'Permissions defined in this policy', ja: 'このポリシーで定義されているアクセス許可' },
  permissionsText: {
    en: 'What is denied is refused whatever else allows it.',
    ja: '拒否された操作は、他のポリシーで許可されていても拒否されます。',
  },
  service: { en: 'Service', ja: 'サービス' },
  statement: { en: 'Statement {number}', ja: 'ステートメント {number}' },
  allServices: { en: 'All services', ja: 'すべてのサービス' },
  allServicesBut: { en: 'Everything except', ja: '次を除くすべて' },
  effect: { en: 'Effect', ja: '効果' },
  allow: { en: 'Allow', ja: '許可' },
  deny: { en: 'Deny', ja: '拒否' },
  accessLevel: { en: 'Access level', ja: 'アクセスレベル' },
  fullAccess: { en: 'Full access', ja: 'フルアクセス' },
  full: { en: 'Full: {levels}', ja: 'フル: {levels}' },
  limited: { en: 'Limited: {levels}', ja: '制限: {levels}' },
  noKnownAction: { en: 'No known action', ja: '既知のアクションなし' },
  comma: { en: ', ', ja: '、' },
  resource: { en: 'Resource', ja: 'リソース' },
  allResources: { en: 'All resources', ja: 'すべてのリソース' },
  allResourcesBut: { en: 'All resources except', ja: '次を除くすべてのリソース' },
  condition: { en: 'Request condition', ja: 'リクエスト条件' },
  noCondition: { en: 'None', ja: 'なし' },
  andMore: { en: 'And {count} more', ja: '他 {count} 件' },

  // Two documents compared.
  sideBySide: { en: 'Side by side', ja: '並べて表示' },
  inOneColumn: { en: 'In one column', ja: '1 列で表示' },
  asText: { en: 'As text', ja: 'テキストで表示' },
  showDifference: { en: 'Show the difference', ja: '差分の表示方法' },
  unchangedLines: { en: '$ unchanged lines', ja: '変更のない $ 行' },
  pathTitle: { en: 'This does not match users with a path', ja: 'パスを持つユーザーには一致しません' },
  pathText: {
    en: 'The ARN of a user with a path is like user/team/alice. The resource {plain} never matches it; {pathed} beside it does.',
    ja: 'パスを持つユーザーの ARN は user/team/alice のような形式です。リソース {plain} はこれに一致しません。{pathed} を併記すると一致します。',
  },
  pathUser: {
    en: 'This user has the path {path}: as it stands the policy allows this user nothing.',
    ja: 'このユーザーのパスは {path} です。このままでは、ポリシーはこのユーザーに何も許可しません。',
  },
  pathAdd: { en: 'Add it', ja: '併記する' },
} as const satisfies Labels

/** The access levels that AWS sorts actions by. */
export const accessLevels = {
  List: { en: 'List', ja: 'リスト' },
  Read: { en: 'Read', ja: '読み取り' },
  Write: { en: 'Write', ja: '書き込み' },
  Tagging: { en: 'Tagging', ja: 'タグ付け' },
  Permissions: { en: 'Permissions management', ja: 'アクセス許可の管理' },
} as const satisfies Labels
