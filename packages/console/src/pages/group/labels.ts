import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  groups: { en: 'User groups', ja: 'ユーザーグループ' },
  delete: seed.delete,
  edit: { en: 'Edit', ja: '編集' },
  save: { en: 'Save changes', ja: '変更を保存' },
  notFoundTitle: { en: 'There is no group {name}', ja: 'グループ {name} は存在しません' },
  notFoundText: {
    en: 'The group may have been deleted or renamed.',
    ja: 'グループは削除されたか、名前が変更された可能性があります。',
  },
  toGroups: { en: 'All user groups', ja: 'ユーザーグループの一覧へ' },

  // Summary.
  summary: { en: 'Summary', ja: '概要' },
  arn: { en: 'ARN', ja: 'ARN' },
  path: { en: 'Path', ja: 'パス' },
  created: { en: 'Creation time', ja: '作成日時' },

  // Tabs.
  tabs: { en: 'About this group', ja: 'このグループの詳細' },
  users: seed.users,
  usersCounted: { en: 'Users ({count})', ja: 'ユーザー ({count})' },
  permissions: { en: 'Permissions', ja: 'アクセス許可' },

  // Users.
  usersTitle: { en: 'Users in this group', ja: 'このグループのユーザー' },
  usersText: {
    en: 'Every policy of the group applies to each of them.',
    ja: 'グループのすべてのポリシーが、これらのユーザーに適用されます。',
  },
  userName: { en: 'User name', ja: 'ユーザー名' },
  searchMembers: { en: 'Search by name or path', ja: '名前またはパスで検索' },
  addUsers: { en: 'Add users', ja: 'ユーザーを追加' },
  addUsersTo: { en: 'Add users to {name}', ja: '{name} にユーザーを追加' },
  usersAdded: { en: 'Added to {name}: {users}.', ja: '{name} に追加しました: {users}。' },
  removeUsers: { en: 'Remove users', ja: 'ユーザーを削除' },
  selectFirst: { en: 'Select the users to remove.', ja: '削除するユーザーを選択してください。' },
  removeTitle: {
    en: { one: 'Remove {count} user from {name}?', other: 'Remove {count} users from {name}?' },
    ja: '{name} から {count} 人のユーザーを削除しますか?',
  },
  removeText: {
    en: 'From now on they may no longer do what only this group allows them. The users themselves stay: {users}.',
    ja: 'このグループのみが許可している操作を、直ちに実行できなくなります。ユーザー自体は残ります: {users}。',
  },
  removeSelf: {
    en: 'You are among them. You may lose the permission to undo this.',
    ja: '自分自身が含まれています。元に戻すためのアクセス許可を失う可能性があります。',
  },
  noUsers: { en: 'No users', ja: 'ユーザーはいません' },
  noUsersText: {
    en: 'The policies of the group apply to nobody yet.',
    ja: 'グループのポリシーはまだ誰にも適用されていません。',
  },
  noMatches: { en: 'No matches', ja: '一致するユーザーはいません' },

  // Editing.
  editTitle: { en: 'Edit {name}', ja: '{name} を編集' },
  groupName: { en: 'Group name', ja: 'グループ名' },
  groupNameText: {
    en: 'Up to 128 letters, digits and the signs +=,.@-_',
    ja: '128 文字以内の英数字と記号 +=,.@-_',
  },
  pathText: {
    en: 'Begins and ends with a slash, such as /team/. A single slash for none.',
    ja: '/team/ のように、スラッシュで始まりスラッシュで終わります。パスがない場合は / です。',
  },
  pathForm: {
    en: 'A path begins and ends with a slash.',
    ja: 'パスはスラッシュで始まり、スラッシュで終わる必要があります。',
  },
  editText: {
    en: 'The users and the policies of the group stay. Its ARN changes: a policy elsewhere that names the group by its ARN does not follow.',
    ja: 'グループのユーザーとポリシーはそのままです。ARN は変更されるため、ARN でこのグループを指定している他のポリシーは一致しなくなります。',
  },
  edited: { en: 'The group {name} was saved.', ja: 'グループ {name} を保存しました。' },

  // Deletion.
  deleteTitle: { en: 'Delete {name}?', ja: '{name} を削除しますか?' },
  deleteText: {
    en: 'Deletes the group {name} for good, with everything below. Its users stay, and may no longer do what only this group allows them.',
    ja: 'グループ {name} と、以下のすべてが完全に削除されます。ユーザー自体は残りますが、このグループのみが許可している操作を実行できなくなります。',
  },
  deleteSelf: {
    en: 'You are in this group. You may lose permissions.',
    ja: '自分自身がこのグループに所属しています。アクセス許可を失う可能性があります。',
  },
  goesWith: { en: 'Goes with the group', ja: 'グループとともに削除されるもの' },
  goesNothing: {
    en: 'Nothing else: the group has no users and no policies.',
    ja: '他にはありません。ユーザーもポリシーもないグループです。',
  },
  itemMember: {
    en: 'The membership of {name} (the user itself stays)',
    ja: '{name} の所属 (ユーザー自体は残ります)',
  },
  itemInline: { en: 'Inline policy {name}', ja: 'インラインポリシー {name}' },
  itemAttached: {
    en: 'The attachment of {name} (the policy itself stays)',
    ja: '{name} のアタッチ (ポリシー自体は残ります)',
  },
  itemGroup: { en: 'The group {name}', ja: 'グループ {name}' },
  listHidden: {
    en: 'You may not see everything that the group has. What is not listed stands in the way of the deletion.',
    ja: 'グループが持つすべてを表示するアクセス許可がありません。一覧にないものが残っていると削除できません。',
  },
  typeName: { en: 'To confirm, type the group name', ja: '確認のため、グループ名を入力してください' },
  replaced: {
    en: 'Another group has this name now. The one you looked at was deleted by somebody else, so nothing more was done.',
    ja: 'この名前は現在、別のグループのものです。表示していたグループは他の人によって削除されたため、これ以上の操作は行いませんでした。',
  },
  goneMeanwhile: {
    en: 'The group is gone already: somebody else deleted it.',
    ja: 'グループは既に存在しません。他の人によって削除されました。',
  },
  deleted: { en: 'The group {name} was deleted.', ja: 'グループ {name} を削除しました。' },

  // Help.
  helpTitle: { en: 'About this page', ja: 'このページについて' },
  helpUsers: {
    en: 'A user who is added may do what the policies of the group allow from the next call on, and no longer once removed.',
    ja: '追加されたユーザーは、次の呼び出しからグループのポリシーが許可する操作を実行できます。削除されると、直ちに実行できなくなります。',
  },
  helpDeny: {
    en: 'A policy that denies wins over every other: those of the user and of other groups too.',
    ja: '拒否するポリシーは、ユーザーや他のグループのものを含め、すべてのポリシーに優先します。',
  },
} as const satisfies Labels
