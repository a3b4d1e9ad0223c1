import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  title: seed.accessKeys,
  create: seed.createAccessKey,
  actions: seed.actions,
  activate: seed.activate,
  deactivate: seed.deactivate,
  delete: seed.delete,
  lastUsed: seed.lastUsed,
  active: seed.active,
  inactive: seed.inactive,
  expired: { en: 'Expired', ja: '期限切れ' },
  description: { en: 'Description', ja: '説明' },
  status: { en: 'Status', ja: 'ステータス' },
  created: { en: 'Created', ja: '作成日' },
  region: { en: 'Last used region', ja: '前回使用したリージョン' },
  service: { en: 'Last used service', ja: '前回使用したサービス' },
  never: { en: 'Never', ja: '未使用' },
  notApplicable: { en: 'N/A', ja: 'N/A' },
  unknown: { en: '–', ja: '–' },
  ageInDays: {
    en: { one: '{count} day old', other: '{count} days old' },
    ja: '作成から {count} 日',
  },
  oldest: { en: 'Oldest', ja: '最も古いキー' },
  old: {
    en: 'Older than 90 days',
    ja: '90 日を超えています',
  },
  about: {
    en: 'Use access keys to send programmatic calls from the AWS CLI, the AWS SDKs or the API directly. You can have at most two access keys, active or inactive, at a time.',
    ja: 'アクセスキーを使用して、AWS CLI、AWS SDK、または API から直接、プログラムによる呼び出しを送信します。アクセスキーは、有効と無効を合わせて一度に 2 つまで持つことができます。',
  },
  twoKeys: {
    en: 'You can have at most two access keys, active or inactive. Delete one first.',
    ja: 'アクセスキーは、有効と無効を合わせて 2 つまでです。先にいずれかを削除してください。',
  },
  rootHasKeys: {
    en: 'We recommend having no root user access keys.',
    ja: 'ルートユーザーのアクセスキーを持たないことをお勧めします。',
  },
  refresh: { en: 'Refresh access keys', ja: 'アクセスキーを更新表示' },
  rotate: { en: 'Rotate access keys', ja: 'アクセスキーの更新' },
  none: { en: 'No access keys', ja: 'アクセスキーはありません' },
  noneText: {
    en: 'As a best practice, avoid long-term credentials such as access keys where you can do without them.',
    ja: 'ベストプラクティスとして、アクセスキーのような長期的な認証情報は、なくて済む場合は使用しないでください。',
  },
  noneRoot: {
    en: 'Good: the root user has no access keys. Keep it so.',
    ja: 'ルートユーザーにアクセスキーはありません。この状態を保つことをお勧めします。',
  },
  editDescription: { en: 'Edit description', ja: '説明の編集' },
  lostSecret: {
    en: 'Lost the secret? Delete this key and make a new one.',
    ja: 'シークレットを紛失しましたか? このキーを削除して、新しいキーを作成してください。',
  },
  useKey: { en: 'Use this key with the AWS CLI and SDKs', ja: 'このキーを AWS CLI と SDK で使用する' },
  profileText: {
    en: 'A key alone does not tell the tools which server it belongs to. Put this profile into ~/.aws/config, with the secret that you saved:',
    ja: 'キーだけでは、どのサーバーのものかがツールに伝わりません。保存しておいたシークレットとともに、次のプロファイルを ~/.aws/config に書き込んでください。',
  },
  profile: { en: 'profile', ja: 'プロファイル' },
  olderTools: {
    en: 'Tools that do not read endpoint_url from the profile take it on the command line:',
    ja: 'プロファイルの endpoint_url を読み取らないツールでは、コマンドラインで指定します。',
  },
  command: { en: 'command', ja: 'コマンド' },
  save: { en: 'Save changes', ja: '変更を保存' },

  deactivateTitle: { en: 'Deactivate {id}?', ja: '{id} を無効化しますか?' },
  deactivateText: {
    en: 'Calls with this access key are refused from then on. You can activate it again. An inactive access key still counts toward the limit of two.',
    ja: '無効化した時点から、このアクセスキーによる呼び出しは拒否されます。あとで再び有効化できます。無効なアクセスキーも、2 つまでの制限に数えられます。',
  },
  deleteTitle: { en: 'Delete {id}?', ja: '{id} を削除しますか?' },
  deleteText: {
    en: 'Make sure that it is no longer used: deactivate it, and test, before you delete it. A deleted access key cannot be brought back.',
    ja: '使用されていないことを確認してください。まず無効化してテストし、それから削除します。削除したアクセスキーは元に戻せません。',
  },
  deactivateFirst: {
    en: 'This access key is active. Deactivate it first.',
    ja: 'このアクセスキーは有効です。先に無効化してください。',
  },
  deactivatedNow: {
    en: 'The access key is inactive. You can delete it now, or later, after you have tested without it.',
    ja: 'アクセスキーは無効になりました。今すぐ削除することも、このキーなしでテストしたあとで削除することもできます。',
  },
  activeAgain: {
    en: 'Somebody has activated this access key again in the meantime. It was not deleted.',
    ja: 'その間に、このアクセスキーは再び有効化されました。削除は行われていません。',
  },
  confirmDelete: {
    en: 'To confirm deletion, enter the access key ID in the text input field.',
    ja: '削除を確認するには、テキスト入力フィールドにアクセスキー ID を入力します。',
  },

  editTitle: { en: 'Edit description tag', ja: '説明タグの編集' },
  tagValue: { en: 'Description tag value', ja: '説明タグ値' },
  tagText: {
    en: 'The description is a tag on the user: its key is the access key ID. Leave it empty to clear the description.',
    ja: '説明は、アクセスキー ID をキーとするタグとしてユーザーに付けられます。空にすると説明が消去されます。',
  },
  tagConstraint: {
    en: 'At most 256 characters: letters, digits, spaces and _ . : / = + - @',
    ja: '最大 256 文字。使用できるのは、文字、数字、スペース、および _ . : / = + - @ です。',
  },

  activated: { en: 'Access key {id} is active.', ja: 'アクセスキー {id} を有効化しました。' },
  deactivated: { en: 'Access key {id} is inactive.', ja: 'アクセスキー {id} を無効化しました。' },
  deleted: { en: 'Access key {id} was deleted.', ja: 'アクセスキー {id} を削除しました。' },
  described: { en: 'The description of {id} was saved.', ja: '{id} の説明を保存しました。' },
  gone: {
    en: 'Access key {id} is no longer there: somebody has deleted it in the meantime.',
    ja: 'アクセスキー {id} はもうありません。その間に削除されました。',
  },
  noUser: { en: 'There is no such user.', ja: 'このユーザーは存在しません。' },
} as const satisfies Labels
