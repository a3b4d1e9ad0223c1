import type { Labels } from '../../i18n/labels.ts'

/** Of writing a policy document. */
export const labels = {
  editor: { en: 'Policy document in JSON', ja: 'JSON 形式のポリシードキュメント' },
  keys: {
    en: 'Tab leaves the editor. Ctrl+] and Ctrl+[ indent.',
    ja: 'Tab キーでエディターから移動します。Ctrl+] と Ctrl+[ でインデントします。',
  },
  size: {
    en: '{size} of {max} characters (white space not counted)',
    ja: '{max} 文字中 {size} 文字 (空白を除く)',
  },
  faultAt: { en: 'Line {line}, column {column}: {message}', ja: '{line} 行 {column} 列: {message}' },
  good: { en: 'The policy is valid.', ja: 'ポリシーは有効です。' },
  refused: { en: 'The server refused the policy: {message}', ja: 'サーバーがポリシーを拒否しました: {message}' },
  template: { en: 'Insert a template', ja: 'テンプレートを挿入' },
  format: { en: 'Format', ja: '整形' },
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
