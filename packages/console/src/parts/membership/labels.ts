import type { Labels } from '../../i18n/labels.ts'

/** Of users in groups, from either side. */
export const labels = {
  groups: { en: 'User groups', ja: 'ユーザーグループ' },
  groupName: { en: 'Group name', ja: 'グループ名' },
  path: { en: 'Path', ja: 'パス' },
  created: { en: 'Creation time', ja: '作成日時' },
  searchGroups: { en: 'Search user groups', ja: 'ユーザーグループを検索' },
  noGroups: { en: 'No user groups', ja: 'ユーザーグループはありません' },
  users: { en: 'Users', ja: 'ユーザー' },
  userName: { en: 'User name', ja: 'ユーザー名' },
  searchUsers: { en: 'Search users by name or path', ja: 'ユーザー名またはパスで検索' },
  noUsers: { en: 'No users', ja: 'ユーザーはいません' },
  noMatches: { en: 'No matches', ja: '一致するものはありません' },
  firstOf: {
    en: 'The first {count} of {total} users. Search to find others.',
    ja: '{total} 人中、最初の {count} 人を表示しています。他のユーザーは検索してください。',
  },
  remove: { en: 'Remove from group', ja: 'グループから削除' },
  removedOne: { en: '{user} was removed from {group}.', ja: '{user} を {group} から削除しました。' },
  removedSome: {
    en: { one: '{count} membership was removed.', other: '{count} memberships were removed.' },
    ja: '{count} 件の所属を削除しました。',
  },
} as const satisfies Labels
