import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  title: { en: 'User groups', ja: 'ユーザーグループ' },
  counted: { en: 'User groups ({count})', ja: 'ユーザーグループ ({count})' },
  description: {
    en: 'A group is a collection of users. Its policies apply to every user in it, from the next call on.',
    ja: 'グループはユーザーの集まりです。グループのポリシーは、所属するすべてのユーザーに直ちに適用されます。',
  },
  delete: seed.delete,
  create: { en: 'Create group', ja: 'グループを作成' },
  selectFirst: { en: 'Select a group to delete.', ja: '削除するグループを選択してください。' },
  search: seed.searchBox,
  searchPlaceholder: { en: 'Group name or path', ja: 'グループ名、パス' },

  groupName: { en: 'Group name', ja: 'グループ名' },
  path: { en: 'Path', ja: 'パス' },
  users: seed.users,
  permissions: { en: 'Permissions', ja: 'アクセス許可' },
  created: { en: 'Creation time', ja: '作成日時' },
  defined: { en: 'Defined', ja: '定義済み' },
  undefined: { en: 'Not defined', ja: '未定義' },
  atLeast: { en: 'at least {count}', ja: '{count} 以上' },

  noGroups: { en: 'No user groups', ja: 'ユーザーグループはありません' },
  noGroupsText: {
    en: 'Create a group for each kind of work, give it the policies of that work, and add users to it.',
    ja: '業務の種類ごとにグループを作成し、その業務に必要なポリシーをアタッチして、ユーザーを追加してください。',
  },
  noMatches: { en: 'No matches', ja: '一致するグループはありません' },
  noMatchesText: {
    en: 'No group has this in its name or path.',
    ja: 'この文字列を名前またはパスに含むグループは存在しません。',
  },
  clear: { en: 'Clear the search', ja: '検索をクリア' },

  helpTitle: { en: 'User groups', ja: 'ユーザーグループ' },
  helpWhat: {
    en: 'Give permissions to groups, and put users into them: when somebody’s work changes, only the groups change.',
    ja: 'アクセス許可はグループに付与し、ユーザーをグループに追加してください。担当業務が変わったときは、所属するグループを変更するだけで済みます。',
  },
  helpLimits: {
    en: 'A user can be in up to 10 groups. Groups do not contain groups, and a group cannot sign in or be a principal in a policy.',
    ja: 'ユーザーは最大 10 個のグループに所属できます。グループの中にグループを含めることはできません。また、グループとしてサインインしたり、グループをポリシーのプリンシパルに指定したりすることはできません。',
  },
} as const satisfies Labels
