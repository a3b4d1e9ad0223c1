import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

/** Of the policies of a user or a group. */
export const labels = {
  actions: seed.actions,
  delete: seed.delete,
  edit: { en: 'Edit', ja: '編集' },

  // Managed policies.
  attachedTitle: { en: 'Managed policies', ja: '管理ポリシー' },
  attachedText: {
    en: 'Policies that stand by themselves, AWS’s or your own, attached here.',
    ja: 'ここにアタッチされている独立したポリシーです。AWS 管理ポリシーとカスタマー管理ポリシーがあります。',
  },
  policyName: { en: 'Policy name', ja: 'ポリシー名' },
  policyType: { en: 'Type', ja: 'タイプ' },
  policyArn: { en: 'Policy ARN', ja: 'ポリシー ARN' },
  usedBy: { en: 'Attached to', ja: 'アタッチ先の数' },
  awsManaged: { en: 'AWS managed', ja: 'AWS 管理' },
  customerManaged: { en: 'Customer managed', ja: 'カスタマー管理' },
  inline: { en: 'Inline', ja: 'インライン' },
  allTypes: { en: 'All types', ja: 'すべてのタイプ' },
  filterType: { en: 'Filter by type', ja: 'タイプで絞り込み' },
  searchPolicies: { en: 'Search policies', ja: 'ポリシーを検索' },
  noPolicies: { en: 'No policies', ja: 'ポリシーはありません' },
  noMatches: { en: 'No matches', ja: '一致するものはありません' },
  attach: { en: 'Attach policies', ja: 'ポリシーをアタッチ' },
  attachTo: { en: 'Attach policies to {name}', ja: '{name} にポリシーをアタッチ' },
  detach: { en: 'Detach', ja: 'デタッチ' },
  detachNamed: { en: 'Detach {name}', ja: '{name} をデタッチ' },
  detachTitle: { en: 'Detach {name}?', ja: '{name} をデタッチしますか?' },
  detachUserText: {
    en: 'From now on the user {name} may no longer do what only this policy allows.',
    ja: 'このポリシーのみが許可している操作を、ユーザー {name} は直ちに実行できなくなります。',
  },
  detachGroupText: {
    en: 'From now on the users of the group {name} may no longer do what only this policy allows.',
    ja: 'このポリシーのみが許可している操作を、グループ {name} のユーザーは直ちに実行できなくなります。',
  },
  attached: { en: 'Attached to {name}: {policies}.', ja: '{name} にアタッチしました: {policies}。' },
  detached: { en: '{name} was detached.', ja: '{name} をデタッチしました。' },
  noAttached: { en: 'No managed policies attached', ja: 'アタッチされた管理ポリシーはありません' },

  // Inline policies.
  inlineTitle: { en: 'Inline policies', ja: 'インラインポリシー' },
  userInlineText: {
    en: 'Policies of this user alone. They are deleted with the user.',
    ja: 'このユーザーのみに埋め込まれたポリシーです。ユーザーとともに削除されます。',
  },
  groupInlineText: {
    en: 'Policies of this group alone. They are deleted with the group.',
    ja: 'このグループのみに埋め込まれたポリシーです。グループとともに削除されます。',
  },
  addInline: { en: 'Add inline policy', ja: 'インラインポリシーを追加' },
  blankPolicy: { en: 'Write in JSON', ja: 'JSON で記述' },
  fromTemplate: { en: 'From a template', ja: 'テンプレートから作成' },
  editNamed: { en: 'Edit {name}', ja: '{name} を編集' },
  deleteNamed: { en: 'Delete {name}', ja: '{name} を削除' },
  deletePolicyTitle: { en: 'Delete the inline policy {name}?', ja: 'インラインポリシー {name} を削除しますか?' },
  deletePolicyUser: {
    en: 'From now on the user {name} may no longer do what only this policy allows. The policy cannot be recovered.',
    ja: 'このポリシーのみが許可している操作を、ユーザー {name} は直ちに実行できなくなります。削除したポリシーは復元できません。',
  },
  deletePolicyGroup: {
    en: 'From now on the users of the group {name} may no longer do what only this policy allows. The policy cannot be recovered.',
    ja: 'このポリシーのみが許可している操作を、グループ {name} のユーザーは直ちに実行できなくなります。削除したポリシーは復元できません。',
  },
  policyDeleted: { en: 'The inline policy {name} was deleted.', ja: 'インラインポリシー {name} を削除しました。' },
  noInline: { en: 'No inline policies', ja: 'インラインポリシーはありません' },

  // The permissions boundary.
  boundary: { en: 'Permissions boundary', ja: '許可の境界' },
  boundaryText: {
    en: 'A boundary is the most that a user can be allowed: it grants nothing itself, and what it does not allow is denied whatever the policies of the user say.',
    ja: '許可の境界は、ユーザーに許可できる操作の上限を定めます。境界自体は何も許可せず、境界が許可していない操作は、ユーザーのポリシーの内容にかかわらず拒否されます。',
  },
} as const satisfies Labels
