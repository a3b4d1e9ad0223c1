import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  users: seed.users,
  refresh: { en: 'Refresh', ja: '更新' },
  delete: seed.delete,
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  save: { en: 'Save changes', ja: '変更を保存' },
  notFoundTitle: { en: 'There is no user {name}', ja: 'ユーザー {name} は存在しません' },
  notFoundText: {
    en: 'The user may have been deleted or renamed.',
    ja: 'ユーザーは削除されたか、名前が変更された可能性があります。',
  },
  toUsers: { en: 'All users', ja: 'ユーザーの一覧へ' },

  // Summary.
  summary: { en: 'Summary', ja: '概要' },
  arn: { en: 'ARN', ja: 'ARN' },
  path: { en: 'Path', ja: 'パス' },
  consoleAccess: { en: 'Console access', ja: 'コンソールアクセス' },
  created: { en: 'Created', ja: '作成日' },
  lastSignIn: { en: 'Last console sign-in', ja: 'コンソールへの前回のサインイン' },
  accessKeyNumber: { en: 'Access key {number}', ja: 'アクセスキー {number}' },
  createAccessKey: seed.createAccessKey,
  enabled: { en: 'Enabled', ja: '有効' },
  disabled: { en: 'Disabled', ja: '無効' },
  never: { en: 'Never', ja: '未サインイン' },
  none: seed.none,
  keyAge: { en: { one: '{count} day old', other: '{count} days old' }, ja: '作成から {count} 日' },
  keyUsed: { en: 'Used {when}', ja: '前回使用: {when}' },
  keyNeverUsed: { en: 'Never used', ja: '未使用' },

  // Tabs.
  tabs: { en: 'About this user', ja: 'このユーザーの詳細' },
  permissions: { en: 'Permissions', ja: 'アクセス許可' },
  securityCredentials: seed.securityCredentials,

  // Permissions.
  edit: { en: 'Edit', ja: '編集' },
  editNamed: { en: 'Edit {name}', ja: '{name} を編集' },
  actions: seed.actions,

  // Groups.
  groups: { en: 'User groups', ja: 'ユーザーグループ' },
  groupsTab: { en: 'Groups', ja: 'グループ' },
  groupsCounted: { en: 'Groups ({count})', ja: 'グループ ({count})' },
  groupsText: {
    en: 'The policies of these groups apply to the user. A user can be in up to 10 groups.',
    ja: 'これらのグループのポリシーがユーザーに適用されます。ユーザーは最大 10 個のグループに所属できます。',
  },
  groupsFull: {
    en: 'A user can be in at most 10 groups.',
    ja: 'ユーザーが所属できるグループは最大 10 個です。',
  },
  groupName: { en: 'Group name', ja: 'グループ名' },
  addToGroups: { en: 'Add to groups', ja: 'グループに追加' },
  addUserToGroups: { en: 'Add {name} to groups', ja: '{name} をグループに追加' },
  addedToGroups: { en: '{name} was added to: {groups}.', ja: '{name} を追加しました: {groups}。' },
  leave: { en: 'Remove', ja: '削除' },
  leaveNamed: { en: 'Remove from {name}', ja: '{name} から削除' },
  leaveTitleNamed: { en: 'Remove {user} from {group}?', ja: '{user} を {group} から削除しますか?' },
  leaveGroupText: {
    en: 'From now on the user may no longer do what only this group allows.',
    ja: 'このグループのみが許可している操作を、ユーザーは直ちに実行できなくなります。',
  },
  leaveSelf: {
    en: 'This is you. You may lose the permission to undo this.',
    ja: 'これは自分自身です。元に戻すためのアクセス許可を失う可能性があります。',
  },
  noGroups: { en: 'The user is in no group', ja: 'どのグループにも所属していません' },
  noGroupsText: {
    en: 'Add the user to a group to give it the policies of that group.',
    ja: 'ユーザーをグループに追加すると、そのグループのポリシーが適用されます。',
  },
  inheritedTitle: { en: 'Policies from groups', ja: 'グループからのポリシー' },
  inheritedText: {
    en: 'What the user may do because of the groups it is in. They are changed on the page of the group.',
    ja: '所属するグループによってユーザーに適用されるポリシーです。変更はグループのページで行います。',
  },
  byGroups: { en: 'From', ja: '付与元' },
  noInherited: { en: 'The groups have no policies', ja: 'グループにポリシーはありません' },

  // The permissions boundary.
  setBoundary: { en: 'Set boundary', ja: '境界を設定' },
  changeBoundary: { en: 'Change boundary', ja: '境界を変更' },
  removeBoundary: { en: 'Remove boundary', ja: '境界を削除' },
  boundaryOf: { en: 'Permissions boundary of {name}', ja: '{name} の許可の境界' },
  noBoundary: { en: 'No boundary is set.', ja: '許可の境界は設定されていません。' },
  boundaryUnknown: {
    en: 'Whether a boundary is set is not known: it needs iam:GetUser.',
    ja: '許可の境界が設定されているかどうかは不明です。iam:GetUser が必要です。',
  },
  boundarySet: {
    en: 'The permissions boundary of {name} is now {policy}.',
    ja: '{name} の許可の境界を {policy} に設定しました。',
  },
  boundaryRemoved: { en: '{name} has no permissions boundary any more.', ja: '{name} の許可の境界を削除しました。' },
  removeBoundaryTitle: { en: 'Remove the boundary {policy}?', ja: '許可の境界 {policy} を削除しますか?' },
  removeBoundaryText: {
    en: 'From now on the user {name} may do everything that its policies and groups allow.',
    ja: 'ユーザー {name} は、ポリシーとグループが許可しているすべての操作を直ちに実行できるようになります。',
  },
  boundarySelf: {
    en: 'This is you. Within a boundary you may not be allowed to undo this.',
    ja: 'これは自分自身です。境界によっては、元に戻す操作が許可されなくなる可能性があります。',
  },

  // Tags.
  tagsText: {
    en: 'Key-value pairs that you can add to a user, and that policies can refer to. A user can have up to 50 tags.',
    ja: 'ユーザーに追加できるキーと値のペアで、ポリシーから参照できます。ユーザーあたり最大 50 個です。',
  },
  noTagsText: { en: 'This user has no tags.', ja: 'このユーザーにはタグがありません。' },

  // Console sign-in.
  consoleTitle: { en: 'Console sign-in', ja: 'コンソールサインイン' },
  signInLink: { en: 'Console sign-in link', ja: 'コンソールのサインインリンク' },
  password: seed.password,
  passwordSet: { en: 'Set {when}', ja: '{when}に設定' },
  passwordNone: { en: 'Not set', ja: '未設定' },
  passwordReset: { en: 'Must be changed at the next sign-in', ja: '次回のサインイン時に変更が必要' },
  manageAccess: { en: 'Manage console access', ja: 'コンソールアクセスを管理' },
  enableAccess: { en: 'Enable console access', ja: 'コンソールアクセスを有効にする' },
  accessText: {
    en: 'With a password the user {user} can sign in to this console.',
    ja: 'パスワードを設定すると、ユーザー {user} はこのコンソールにサインインできます。',
  },
  newPassword: { en: 'Set a new password', ja: '新しいパスワードを設定する' },
  newPasswordText: {
    en: 'The old password stops working, and every console session of this user ends.',
    ja: '古いパスワードは使用できなくなり、このユーザーのすべてのコンソールセッションが終了します。',
  },
  disableAccess: { en: 'Disable console access', ja: 'コンソールアクセスを無効にする' },
  disableText: {
    en: 'The password is deleted, and every console session of this user ends at once. Access keys go on working.',
    ja: 'パスワードは削除され、このユーザーのすべてのコンソールセッションが直ちに終了します。アクセスキーは引き続き使用できます。',
  },
  disable: { en: 'Disable', ja: '無効にする' },
  enable: { en: 'Enable', ja: '有効にする' },
  apply: { en: 'Apply', ja: '適用' },
  accessDisabled: {
    en: 'Console access was disabled for {user}.',
    ja: '{user} のコンソールアクセスを無効にしました。',
  },
  changePolicyNote: {
    en: 'The AWS managed policy IAMUserChangePassword will be attached, so that the user may change the password.',
    ja: 'ユーザーがパスワードを変更できるように、AWS 管理ポリシー IAMUserChangePassword がアタッチされます。',
  },
  notAttachedTitle: {
    en: 'The password was set, but IAMUserChangePassword could not be attached',
    ja: 'パスワードは設定されましたが、IAMUserChangePassword をアタッチできませんでした',
  },
  notAttachedText: {
    en: 'The user must choose a new password at the next sign-in, and may not be allowed to.',
    ja: 'ユーザーは次回のサインイン時に新しいパスワードを作成する必要がありますが、許可されない可能性があります。',
  },

  // A new password.
  passwordKind: { en: 'Console password', ja: 'コンソールパスワード' },
  autogenerated: { en: 'Autogenerated password', ja: '自動生成されたパスワード' },
  autogeneratedText: {
    en: 'You can see the password after it has been set.',
    ja: 'パスワードは設定後に表示できます。',
  },
  custom: { en: 'Custom password', ja: 'カスタムパスワード' },
  customText: { en: 'Enter a password for the user.', ja: 'ユーザーのパスワードを入力します。' },
  customPassword: { en: 'Password for the user', ja: 'ユーザーのパスワード' },
  showPassword: { en: 'Show password', ja: 'パスワードを表示' },
  resetRequired: {
    en: 'Users must create a new password at next sign-in (recommended)',
    ja: 'ユーザーは次回のサインイン時に新しいパスワードを作成する必要があります (推奨)',
  },

  // Retrieve password.
  retrievePassword: { en: 'Retrieve password', ja: 'パスワードの取得' },
  retrieveText: {
    en: 'This is the only time that the password can be viewed or downloaded. Give it to the user in a safe way.',
    ja: 'パスワードを表示またはダウンロードできるのはこのときだけです。安全な方法でユーザーに渡してください。',
  },
  signInUrl: { en: 'Console sign-in URL', ja: 'コンソールサインイン URL' },
  userName: { en: 'User name', ja: 'ユーザー名' },
  show: seed.show,
  hide: { en: 'Hide', ja: '非表示' },
  passwordHidden: { en: 'Password, hidden', ja: 'パスワード (非表示)' },
  copyPassword: { en: 'Copy the password', ja: 'パスワードをコピー' },
  copied: { en: 'Copied', ja: 'コピーしました' },
  copyFailed: { en: 'Could not copy', ja: 'コピーできませんでした' },
  downloadCsv: seed.downloadCsv,
  done: seed.done,
  leaveTitle: { en: 'Leave without the password?', ja: 'パスワードを保存せずに離れますか?' },
  leaveText: {
    en: 'The password cannot be shown again. If it is lost, set a new one.',
    ja: 'パスワードは再表示できません。紛失した場合は、新しいパスワードを設定してください。',
  },

  // Deletion.
  deleteTitle: { en: 'Delete {name}?', ja: '{name} を削除しますか?' },
  deleteText: {
    en: 'Deletes the user {name} for good, with everything below. Keys, sessions and open console tabs of this user are refused from then on.',
    ja: 'ユーザー {name} と、以下のすべてが完全に削除されます。以後、このユーザーのアクセスキー、セッション、開いているコンソールのタブはすべて拒否されます。',
  },
  deleteSelf: {
    en: 'This is you. You will be signed out.',
    ja: 'これは自分自身です。削除するとサインアウトされます。',
  },
  goesWith: { en: 'Goes with the user', ja: 'ユーザーとともに削除されるもの' },
  goesNothing: {
    en: 'Nothing else: the user has no credentials, no groups and no policies.',
    ja: '他にはありません。認証情報も、グループも、ポリシーもないユーザーです。',
  },
  itemPassword: { en: 'The console password', ja: 'コンソールパスワード' },
  itemKey: { en: 'Access key {id}', ja: 'アクセスキー {id}' },
  itemInline: { en: 'Inline policy {name}', ja: 'インラインポリシー {name}' },
  itemAttached: {
    en: 'The attachment of {name} (the policy itself stays)',
    ja: '{name} のアタッチ (ポリシー自体は残ります)',
  },
  itemGroup: {
    en: 'The membership in the group {name} (the group itself stays)',
    ja: 'グループ {name} への所属 (グループ自体は残ります)',
  },
  itemBoundary: {
    en: 'The permissions boundary {name} (the policy itself stays)',
    ja: '許可の境界 {name} (ポリシー自体は残ります)',
  },
  itemTags: { en: { one: '{count} tag', other: '{count} tags' }, ja: '{count} 個のタグ' },
  itemUser: { en: 'The user {name}', ja: 'ユーザー {name}' },
  listHidden: {
    en: 'You may not see everything that the user has. What is not listed stands in the way of the deletion.',
    ja: 'ユーザーが持つすべてを表示するアクセス許可がありません。一覧にないものが残っていると削除できません。',
  },
  typeName: { en: 'To confirm, type the user name', ja: '確認のため、ユーザー名を入力してください' },
  replaced: {
    en: 'Another user has this name now. The one you looked at was deleted by somebody else, so nothing more was done.',
    ja: 'この名前は現在、別のユーザーのものです。表示していたユーザーは他の人によって削除されたため、これ以上の操作は行いませんでした。',
  },
  goneMeanwhile: {
    en: 'The user is gone already: somebody else deleted it.',
    ja: 'ユーザーは既に存在しません。他の人によって削除されました。',
  },
  deleted: { en: 'The user {name} was deleted.', ja: 'ユーザー {name} を削除しました。' },

  // Help.
  helpTitle: { en: 'About this page', ja: 'このページについて' },
  helpKeys: {
    en: 'Access keys of this user are on the tab Security credentials, in the section Access keys.',
    ja: 'このユーザーのアクセスキーは、[セキュリティ認証情報] タブの [アクセスキー] セクションにあります。',
  },
  helpLeaver: {
    en: 'When somebody leaves, delete the user: keys, password and sessions are refused at once.',
    ja: '従業員が退職するときは、ユーザーを削除してください。キー、パスワード、セッションは直ちに拒否されます。',
  },
} as const satisfies Labels
