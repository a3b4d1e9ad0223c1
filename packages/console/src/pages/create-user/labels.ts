import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  users: seed.users,
  title: { en: 'Create user', ja: 'ユーザーの作成' },
  steps: { en: 'Steps', ja: 'ステップ' },
  details: { en: 'Specify user details', ja: 'ユーザーの詳細を指定' },
  permissions: { en: 'Set permissions', ja: '許可を設定' },
  review: { en: 'Review and create', ja: '確認して作成' },
  retrieve: { en: 'Retrieve password', ja: 'パスワードの取得' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  previous: { en: 'Previous', ja: '戻る' },
  next: seed.next,
  create: { en: 'Create user', ja: 'ユーザーの作成' },
  goOn: { en: 'Go on', ja: '続行' },
  done: seed.done,
  edit: { en: 'Edit', ja: '編集' },

  // Details.
  userDetails: { en: 'User details', ja: 'ユーザーの詳細' },
  userName: { en: 'User name', ja: 'ユーザー名' },
  userNameText: {
    en: 'Up to 64 letters, digits and the signs +=,.@-_',
    ja: '64 文字以内の英数字と記号 +=,.@-_',
  },
  path: { en: 'Path – optional', ja: 'パス – オプション' },
  pathName: { en: 'Path', ja: 'パス' },
  pathText: {
    en: 'Begins and ends with a slash, such as /team/. Policies can name all users under a path.',
    ja: '/team/ のように、スラッシュで始まりスラッシュで終わります。ポリシーでは、パス以下のすべてのユーザーを指定できます。',
  },
  pathWarning: {
    en: 'The templates for own access keys do not match a user with a path unless you say so in the next step.',
    ja: '自分のアクセスキーを管理するテンプレートは、次のステップで指定しない限り、パスを持つユーザーには一致しません。',
  },
  pathForm: {
    en: 'A path begins and ends with a slash.',
    ja: 'パスはスラッシュで始まり、スラッシュで終わる必要があります。',
  },
  provideAccess: {
    en: 'Provide user access to the console – optional',
    ja: 'コンソールへのユーザーアクセスを提供する – オプション',
  },
  provideAccessText: {
    en: 'The user gets a password. Applications need none: they use access keys.',
    ja: 'ユーザーにパスワードが設定されます。アプリケーションはアクセスキーを使用するため、パスワードは不要です。',
  },
  nameKept: {
    en: 'The user has been created: name, path and tags are as they are.',
    ja: 'ユーザーは作成済みのため、名前、パス、タグはここでは変更できません。',
  },
  passwordKept: {
    en: 'The password has been set.',
    ja: 'パスワードは設定済みです。',
  },

  // Permissions.
  inline: { en: 'Inline policy', ja: 'インラインポリシー' },
  inlineText: {
    en: 'A policy of this user alone. You can add others later.',
    ja: 'このユーザーのみに埋め込まれるポリシーです。後で追加することもできます。',
  },
  nothing: { en: 'None', ja: 'なし' },
  nothingText: {
    en: 'The user may sign in, and do nothing else until somebody allows it.',
    ja: 'ユーザーはサインインのみ可能で、許可されるまで他の操作は実行できません。',
  },
  template: { en: 'Template: {name}', ja: 'テンプレート: {name}' },
  ownJson: { en: 'Write in JSON', ja: 'JSON で記述' },
  ownJsonText: { en: 'A policy that you write yourself.', ja: '独自のポリシーを記述します。' },
  policyName: { en: 'Policy name', ja: 'ポリシー名' },
  policyDocument: { en: 'Policy document', ja: 'ポリシードキュメント' },
  managed: { en: 'Managed policies', ja: '管理ポリシー' },
  managedText: {
    en: 'Policies that are attached to the user directly. Optional: groups are easier to keep.',
    ja: 'ユーザーに直接アタッチされるポリシーです。オプションです。グループを使用すると管理が容易になります。',
  },
  groups: { en: 'User groups', ja: 'ユーザーグループ' },
  groupsText: {
    en: 'The user has the policies of every group it is in. Optional.',
    ja: 'ユーザーには、所属するすべてのグループのポリシーが適用されます。オプションです。',
  },
  copy: { en: 'Copy permissions from a user', ja: 'ユーザーからアクセス許可をコピー' },
  copyText: {
    en: 'Takes over the groups, the policies and the boundary of somebody with the same work. All of it is shown below, and can be changed before the user is created.',
    ja: '同じ業務のユーザーから、グループ、ポリシー、許可の境界を引き継ぎます。内容はすべて以下に表示され、ユーザーの作成前に変更できます。',
  },
  chooseUser: { en: 'Choose a user', ja: 'ユーザーを選択' },
  copyNow: { en: 'Copy permissions', ja: 'アクセス許可をコピー' },
  copyRest: { en: 'Copy the rest', ja: '残りをコピー' },
  copyHidden: {
    en: 'You may not see everything that this user has. What is not shown to you is not copied.',
    ja: 'このユーザーが持つすべてを表示するアクセス許可がありません。表示できないものはコピーされません。',
  },
  copied: {
    en: 'Copied from {user}: groups ({groups}), managed policies ({managed}), inline policies ({inline}).',
    ja: '{user} からコピーしました: グループ {groups} 件、管理ポリシー {managed} 件、インラインポリシー {inline} 件。',
  },
  copiedPolicies: { en: 'Copied inline policies', ja: 'コピーしたインラインポリシー' },
  removeCopied: { en: 'Remove', ja: '削除' },
  removeCopiedNamed: { en: 'Remove the copied policy {name}', ja: 'コピーしたポリシー {name} を削除' },
  policyDocumentOf: { en: 'Policy document of {name}', ja: '{name} のポリシードキュメント' },
  setBoundary: { en: 'Set a permissions boundary', ja: '許可の境界を設定する' },
  boundaryNeeded: { en: 'Choose the policy that is the boundary.', ja: '境界とするポリシーを選択してください。' },
  boundaryKept: {
    en: 'The user has been created: the boundary can be changed on the page of the user.',
    ja: 'ユーザーは作成済みです。許可の境界はユーザーのページで変更できます。',
  },
  boundaryForbids: {
    en: 'The permissions boundary does not allow iam:ChangePassword, and the user must change the password at the first sign-in. Choose another boundary, or do not ask for a new password.',
    ja: '許可の境界が iam:ChangePassword を許可していませんが、ユーザーは最初のサインイン時にパスワードを変更する必要があります。別の境界を選択するか、新しいパスワードの作成を不要にしてください。',
  },
  withPaths: {
    en: 'Also match the user under a path ({resource})',
    ja: 'パスを持つユーザーにも一致させる ({resource})',
  },
  withPathsNeeded: {
    en: 'This user has the path {path}: without this the policy allows this user nothing.',
    ja: 'このユーザーのパスは {path} です。これを選択しないと、ポリシーはこのユーザーに何も許可しません。',
  },

  // Review.
  consolePassword: { en: 'Console password', ja: 'コンソールパスワード' },
  noConsole: { en: 'No console access', ja: 'コンソールアクセスなし' },
  autogenerated: { en: 'Autogenerated', ja: '自動生成' },
  custom: { en: 'Custom', ja: 'カスタム' },
  mustChange: { en: 'Must be changed at the next sign-in', ja: '次回のサインイン時に変更が必要' },
  yes: { en: 'Yes', ja: 'はい' },
  no: { en: 'No', ja: 'いいえ' },
  changePolicy: {
    en: 'Attached so that the user may change the password: the account does not allow it to all users.',
    ja: 'アカウントの設定ではユーザーによるパスワードの変更が許可されていないため、アタッチされます。',
  },
  changeRefusedTitle: {
    en: 'The user will not be able to change the password',
    ja: 'ユーザーはパスワードを変更できません',
  },
  changeRefused: {
    en: 'The inline policy denies iam:ChangePassword, and the user must change the password at the first sign-in. Change the policy, or do not ask for a new password.',
    ja: 'インラインポリシーが iam:ChangePassword を拒否していますが、ユーザーは最初のサインイン時にパスワードを変更する必要があります。ポリシーを変更するか、新しいパスワードの作成を不要にしてください。',
  },

  // What is done.
  taskUser: { en: 'Create the user {name}', ja: 'ユーザー {name} を作成' },
  taskPassword: { en: 'Set the console password', ja: 'コンソールパスワードを設定' },
  taskGroup: { en: 'Add to the group {name}', ja: 'グループ {name} に追加' },
  taskAttach: { en: 'Attach {name}', ja: '{name} をアタッチ' },
  taskInline: { en: 'Put the inline policy {name}', ja: 'インラインポリシー {name} を設定' },
  mayExistTitle: { en: 'A user {name} exists now', ja: 'ユーザー {name} が存在しています' },
  mayExistText: {
    en: 'It was created {when}: probably by the call whose answer was lost, possibly by somebody else.',
    ja: 'このユーザーは{when}に作成されました。応答が失われた呼び出しによって作成された可能性がありますが、他の人が作成した可能性もあります。',
  },
  goOnWithIt: { en: 'Go on with this user', ja: 'このユーザーで続行' },

  created: { en: 'The user {name} was created.', ja: 'ユーザー {name} を作成しました。' },
  viewUser: { en: 'View user', ja: 'ユーザーを表示' },
  passwordGone: {
    en: 'The password can no longer be displayed. If it was not saved, set a new one on the page of the user.',
    ja: 'パスワードは表示できなくなりました。保存していない場合は、ユーザーのページで新しいパスワードを設定してください。',
  },
  leaveTitle: { en: 'Leave without the password?', ja: 'パスワードを保存せずに離れますか?' },
  leaveText: {
    en: 'The password cannot be shown again. If it is lost, set a new one.',
    ja: 'パスワードは再表示できません。紛失した場合は、新しいパスワードを設定してください。',
  },
  leaveHalfTitle: { en: 'Leave the user half made?', ja: '作成途中のまま離れますか?' },
  leaveHalfText: {
    en: 'The user exists, and not everything you chose was done. You can finish it on the page of the user.',
    ja: 'ユーザーは作成されましたが、選択した内容の一部が未完了です。ユーザーのページで完了できます。',
  },

  // Help.
  helpTitle: { en: 'Create a user', ja: 'ユーザーの作成' },
  helpText: {
    en: 'Create a user for each person and each application, with only the permissions that it needs. Access keys are created afterwards, on the page of the user.',
    ja: '人ごと、アプリケーションごとにユーザーを作成し、必要なアクセス許可のみを付与してください。アクセスキーは、作成後にユーザーのページで作成します。',
  },
} as const satisfies Labels
