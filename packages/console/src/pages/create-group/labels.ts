import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  groups: { en: 'User groups', ja: 'ユーザーグループ' },
  title: { en: 'Create group', ja: 'グループを作成' },
  create: { en: 'Create group', ja: 'グループを作成' },
  goOn: { en: 'Go on', ja: '続行' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  nameTitle: { en: 'Name the group', ja: 'グループに名前を付ける' },
  groupName: { en: 'Group name', ja: 'グループ名' },
  groupNameText: {
    en: 'Up to 128 letters, digits and the signs +=,.@-_',
    ja: '128 文字以内の英数字と記号 +=,.@-_',
  },
  path: { en: 'Path – optional', ja: 'パス – オプション' },
  pathText: {
    en: 'Begins and ends with a slash, such as /team/. Policies can name all groups under a path.',
    ja: '/team/ のように、スラッシュで始まりスラッシュで終わります。ポリシーでは、パス以下のすべてのグループを指定できます。',
  },
  pathForm: {
    en: 'A path begins and ends with a slash.',
    ja: 'パスはスラッシュで始まり、スラッシュで終わる必要があります。',
  },
  kept: {
    en: 'The group has been created: its name and path are changed on its own page.',
    ja: 'グループは作成済みです。名前とパスはグループのページで変更できます。',
  },
  users: seed.users,
  usersTitle: { en: 'Add users – optional', ja: 'ユーザーを追加 – オプション' },
  usersText: {
    en: 'They have the policies of the group as soon as they are in it.',
    ja: 'グループに追加されると、グループのポリシーが直ちに適用されます。',
  },
  policiesTitle: { en: 'Attach policies – optional', ja: 'ポリシーをアタッチ – オプション' },
  policiesText: {
    en: 'What every user of the group may do. Inline policies are written on the page of the group.',
    ja: 'グループのすべてのユーザーに許可する操作です。インラインポリシーはグループのページで作成します。',
  },
  taskGroup: { en: 'Create the group {name}', ja: 'グループ {name} を作成' },
  taskAttach: { en: 'Attach {name}', ja: '{name} をアタッチ' },
  taskUser: { en: 'Add the user {name}', ja: 'ユーザー {name} を追加' },
  mayExistTitle: { en: 'A group {name} exists now', ja: 'グループ {name} が存在しています' },
  mayExistText: {
    en: 'It was created {when}: probably by the call whose answer was lost, possibly by somebody else.',
    ja: 'このグループは{when}に作成されました。応答が失われた呼び出しによって作成された可能性がありますが、他の人が作成した可能性もあります。',
  },
  goOnWithIt: { en: 'Go on with this group', ja: 'このグループで続行' },
  created: { en: 'The group {name} was created.', ja: 'グループ {name} を作成しました。' },
  leaveHalfTitle: { en: 'Leave the group half made?', ja: '作成途中のまま離れますか?' },
  leaveHalfText: {
    en: 'The group exists, and not everything you chose was done. You can finish it on the page of the group.',
    ja: 'グループは作成されましたが、選択した内容の一部が未完了です。グループのページで完了できます。',
  },
  helpTitle: { en: 'Create a group', ja: 'グループの作成' },
  helpText: {
    en: 'Name a group for the work of its users, such as Developers or Auditors, and give it only the permissions which that work needs.',
    ja: 'Developers や Auditors など、ユーザーの業務にちなんだ名前を付け、その業務に必要なアクセス許可のみを付与してください。',
  },
} as const satisfies Labels
