import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  policies: { en: 'Policies', ja: 'ポリシー' },
  delete: seed.delete,
  edit: { en: 'Edit', ja: '編集' },
  actions: seed.actions,
  none: seed.none,
  notFoundTitle: { en: 'There is no policy {name}', ja: 'ポリシー {name} は存在しません' },
  notFoundText: { en: 'The policy may have been deleted.', ja: 'ポリシーは削除された可能性があります。' },
  toPolicies: { en: 'All policies', ja: 'ポリシーの一覧へ' },

  // Summary.
  summary: { en: 'Policy details', ja: 'ポリシーの詳細' },
  arn: { en: 'ARN', ja: 'ARN' },
  type: { en: 'Type', ja: 'タイプ' },
  awsManaged: { en: 'AWS managed', ja: 'AWS 管理' },
  customerManaged: { en: 'Customer managed', ja: 'カスタマー管理' },
  created: { en: 'Created', ja: '作成日' },
  edited: { en: 'Edited', ja: '編集日時' },
  defaultVersion: { en: 'Default version', ja: 'デフォルトバージョン' },
  usedAs: { en: 'Used as', ja: '使用状況' },
  asPermissions: {
    en: { one: 'Permissions policy of {count} identity', other: 'Permissions policy of {count} identities' },
    ja: '{count} 個のアイデンティティのアクセス許可ポリシー',
  },
  asBoundary: {
    en: { one: 'Permissions boundary of {count} user', other: 'Permissions boundary of {count} users' },
    ja: '{count} 人のユーザーのアクセス許可の境界',
  },
  unused: { en: 'Not used', ja: '未使用' },
  description: { en: 'Description', ja: '説明' },

  // Tabs.
  tabs: { en: 'About this policy', ja: 'このポリシーの詳細' },
  permissions: { en: 'Permissions', ja: 'アクセス許可' },
  entities: { en: 'Entities attached', ja: 'アタッチされたエンティティ' },
  versions: { en: 'Versions', ja: 'バージョン' },
  versionsCounted: { en: 'Versions ({count})', ja: 'バージョン ({count})' },
  tags: { en: 'Tags', ja: 'タグ' },

  // Permissions.
  documentTitle: { en: 'Policy document', ja: 'ポリシードキュメント' },
  documentText: {
    en: 'Version {version}, which is the default: it is what everybody with this policy has.',
    ja: 'デフォルトバージョンの {version} です。このポリシーがアタッチされたすべてのアイデンティティに適用されます。',
  },
  copyDocument: { en: 'Copy the document', ja: 'ドキュメントをコピー' },

  // Entities.
  entitiesText: {
    en: 'Users and groups that have this policy as a permissions policy.',
    ja: 'このポリシーがアクセス許可ポリシーとしてアタッチされているユーザーとグループです。',
  },
  boundaryTitle: { en: 'Permissions boundary of', ja: 'アクセス許可の境界として使用' },
  boundaryText: {
    en: 'Users who may do at most what this policy allows. A boundary is set and removed on the page of the user.',
    ja: 'このポリシーを境界とするユーザーです。このポリシーが許可する範囲を超える操作はできません。境界はユーザーのページで設定および削除します。',
  },
  noBoundary: { en: 'No user has this policy as a boundary', ja: 'このポリシーを境界とするユーザーはいません' },
  entityName: { en: 'Name', ja: '名前' },
  entityType: { en: 'Type', ja: 'タイプ' },
  user: { en: 'User', ja: 'ユーザー' },
  group: { en: 'Group', ja: 'グループ' },
  users: { en: 'Users', ja: 'ユーザー' },
  groups: { en: 'Groups', ja: 'グループ' },
  everyEntity: { en: 'Users and groups', ja: 'ユーザーとグループ' },
  searchEntities: { en: 'Find users and groups', ja: 'ユーザーとグループを検索' },
  attach: { en: 'Attach', ja: 'アタッチ' },
  attachTitle: { en: 'Attach {name}', ja: '{name} をアタッチ' },
  attachText: {
    en: 'From then on they may do what this policy allows, and may not do what it denies.',
    ja: 'アタッチすると、このポリシーが許可する操作が可能になり、拒否する操作は実行できなくなります。',
  },
  attached: { en: '{name} was attached to {entities}.', ja: '{name} を {entities} にアタッチしました。' },
  detach: { en: 'Detach', ja: 'デタッチ' },
  detachNamed: { en: 'Detach from {name}', ja: '{name} からデタッチ' },
  detachTitle: { en: 'Detach the policy from {name}?', ja: 'ポリシーを {name} からデタッチしますか?' },
  detachText: {
    en: 'What this policy alone allows to {name} is refused from then on, and what it alone denies may be allowed.',
    ja: 'このポリシーのみが {name} に許可している操作は拒否され、このポリシーのみが拒否している操作は許可される場合があります。',
  },
  detached: { en: 'The policy was detached from {name}.', ja: 'ポリシーを {name} からデタッチしました。' },
  noEntities: { en: 'Not attached to anybody', ja: 'どこにもアタッチされていません' },
  noEntitiesText: {
    en: 'A policy takes effect where it is attached.',
    ja: 'ポリシーは、アタッチされて初めて有効になります。',
  },
  noMatches: { en: 'No matches', ja: '一致する項目がありません' },
  comma: { en: ', ', ja: '、' },

  // Versions.
  versionsText: {
    en: 'Up to five versions are kept. The default version is in force; setting an older one as default rolls back.',
    ja: '最大 5 つのバージョンが保持されます。デフォルトバージョンが適用されます。古いバージョンをデフォルトとして設定すると、ロールバックできます。',
  },
  version: { en: 'Version', ja: 'バージョン' },
  isDefault: { en: 'Default', ja: 'デフォルト' },
  setDefault: { en: 'Set as default', ja: 'デフォルトとして設定' },
  setDefaultNamed: { en: 'Set as default: {version}', ja: 'デフォルトとして設定: {version}' },
  setDefaultTitle: {
    en: 'Set {version} as the default version?',
    ja: '{version} をデフォルトバージョンとして設定しますか?',
  },
  setDefaultText: {
    en: 'It takes effect at once for everybody with this policy. This is what changes against {current}:',
    ja: 'このポリシーがアタッチされたすべてのアイデンティティに直ちに適用されます。{current} からの変更点は次のとおりです。',
  },
  defaultSet: {
    en: '{version} is the default version now.',
    ja: '{version} をデフォルトバージョンとして設定しました。',
  },
  deleteVersionNamed: { en: 'Delete {version}', ja: '{version} を削除' },
  deleteVersionTitle: { en: 'Delete the version {version}?', ja: 'バージョン {version} を削除しますか?' },
  deleteVersionText: {
    en: 'The version cannot be recovered. Nobody’s permissions change: it is not the default version.',
    ja: '削除したバージョンは復元できません。デフォルトバージョンではないため、アクセス許可は変わりません。',
  },
  versionDeleted: { en: 'The version {version} was deleted.', ja: 'バージョン {version} を削除しました。' },
  compare: { en: 'Compare versions', ja: 'バージョンを比較' },
  from: { en: 'From', ja: '比較元' },
  to: { en: 'To', ja: '比較先' },
  oneVersion: {
    en: 'There is one version. Edit the policy to make another.',
    ja: 'バージョンは 1 つだけです。ポリシーを編集すると、新しいバージョンが作成されます。',
  },
  equal: { en: 'The two versions are the same, letter for letter.', ja: '2 つのバージョンは完全に同一です。' },

  // Tags.
  tagsText: {
    en: 'Key-value pairs that you can add to a policy, and that policies can refer to.',
    ja: 'ポリシーに追加できるキーと値のペアで、ポリシーから参照できます。',
  },
  noTagsText: { en: 'This policy has no tags.', ja: 'このポリシーにはタグがありません。' },
  noAwsTags: { en: 'An AWS managed policy has no tags.', ja: 'AWS 管理ポリシーにはタグを付けられません。' },

  // Edit.
  editTitle: { en: 'Edit {name}', ja: '{name} を編集' },
  editText: {
    en: 'What you save becomes a new version. The versions before it are kept.',
    ja: '保存すると新しいバージョンが作成されます。以前のバージョンは保持されます。',
  },
  makeDefault: { en: 'Set the new version as the default', ja: '新しいバージョンをデフォルトとして設定する' },
  makeDefaultText: {
    en: 'It takes effect at once for everybody with this policy. Otherwise it is kept for later.',
    ja: 'このポリシーがアタッチされたすべてのアイデンティティに直ちに適用されます。選択しない場合は、保存のみ行われます。',
  },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  save: { en: 'Save as a new version', ja: '新しいバージョンとして保存' },
  saved: { en: '{name}: the version {version} was created.', ja: '{name} のバージョン {version} を作成しました。' },
  notYours: { en: 'An AWS managed policy cannot be edited.', ja: 'AWS 管理ポリシーは編集できません。' },
  toPolicy: { en: 'Back to {name}', ja: '{name} に戻る' },
  fullTitle: { en: 'There are five versions already', ja: 'バージョンは既に 5 つあります' },
  fullText: {
    en: 'A policy has at most five. Choose the one to delete for the new one; the default version stays.',
    ja: 'バージョンは最大 5 つです。新しいバージョンを保存するために削除するバージョンを選択してください。デフォルトバージョンは削除できません。',
  },
  versionOf: { en: '{version}, created {when}', ja: '{version} (作成: {when})' },
  deleteAndSave: { en: 'Delete it and save', ja: '削除して保存' },

  // Deletion.
  deleteTitle: { en: 'Delete {name}?', ja: '{name} を削除しますか?' },
  deleteText: {
    en: 'Deletes the policy {name} for good, with all its versions. What it alone allows is refused from then on, and what it alone denies may be allowed.',
    ja: 'ポリシー {name} とそのすべてのバージョンが完全に削除されます。以後、このポリシーのみが許可している操作は拒否され、このポリシーのみが拒否している操作は許可される場合があります。',
  },
  goesWith: { en: 'Before it can be deleted', ja: '削除の前に実行される処理' },
  goesNothing: {
    en: 'Nothing stands in the way: it is attached to nobody and has one version.',
    ja: '削除を妨げるものはありません。どこにもアタッチされておらず、バージョンは 1 つです。',
  },
  itemDetachUser: { en: 'Detach from the user {name}', ja: 'ユーザー {name} からデタッチ' },
  itemDetachGroup: { en: 'Detach from the group {name}', ja: 'グループ {name} からデタッチ' },
  itemVersion: { en: 'Delete the version {version}', ja: 'バージョン {version} を削除' },
  itemPolicy: { en: 'Delete the policy {name}', ja: 'ポリシー {name} を削除' },
  inTheWay: {
    en: 'It is the permissions boundary of users, and without it they may do more. Give them another boundary first, on their pages.',
    ja: 'ユーザーのアクセス許可の境界として使用されています。境界がなくなると、より多くの操作が可能になります。先に各ユーザーのページで別の境界を設定してください。',
  },
  deleteHidden: {
    en: 'You may not see everything that has this policy. What is not listed stands in the way of the deletion.',
    ja: 'このポリシーがアタッチされているすべてのものを表示するアクセス許可がありません。一覧にないものが残っていると削除できません。',
  },
  typeName: { en: 'To confirm, type the policy name', ja: '確認のため、ポリシー名を入力してください' },
  replaced: {
    en: 'Another policy has this name now. The one you looked at was deleted by somebody else, so nothing more was done.',
    ja: 'この名前は現在、別のポリシーのものです。表示していたポリシーは他の人によって削除されたため、これ以上の操作は行いませんでした。',
  },
  goneMeanwhile: {
    en: 'The policy is gone already: somebody else deleted it.',
    ja: 'ポリシーは既に存在しません。他の人によって削除されました。',
  },
  deleted: { en: 'The policy {name} was deleted.', ja: 'ポリシー {name} を削除しました。' },

  // Help.
  helpTitle: { en: 'About this page', ja: 'このページについて' },
  helpVersions: {
    en: 'A change to a policy makes a new version. When it turns out wrong, set the version before it as default.',
    ja: 'ポリシーを変更すると、新しいバージョンが作成されます。問題があった場合は、以前のバージョンをデフォルトとして設定してください。',
  },
  helpEntities: {
    en: 'Before you change or delete a policy, look at the tab Entities attached: everybody there is affected.',
    ja: 'ポリシーを変更または削除する前に、[アタッチされたエンティティ] タブを確認してください。そこに表示されているすべてのアイデンティティに影響します。',
  },
} as const satisfies Labels
