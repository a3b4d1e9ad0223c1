import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  title: { en: 'Policies', ja: 'ポリシー' },
  counted: { en: 'Policies ({count})', ja: 'ポリシー ({count})' },
  description: {
    en: 'A policy says what is allowed or denied. It takes effect where it is attached: to a user or to a group.',
    ja: 'ポリシーは、許可または拒否する操作を定義します。ユーザーまたはグループにアタッチすると有効になります。',
  },
  delete: seed.delete,
  createPolicy: { en: 'Create policy', ja: 'ポリシーの作成' },
  selectFirst: { en: 'Select a policy to delete.', ja: '削除するポリシーを選択してください。' },
  notYours: {
    en: 'An AWS managed policy cannot be deleted.',
    ja: 'AWS 管理ポリシーは削除できません。',
  },
  search: seed.searchBox,
  searchPlaceholder: { en: 'Policy name or path', ja: 'ポリシー名、パス' },

  // Filters.
  type: { en: 'Type', ja: 'タイプ' },
  allTypes: { en: 'All types', ja: 'すべてのタイプ' },
  awsManaged: { en: 'AWS managed', ja: 'AWS 管理' },
  customerManaged: { en: 'Customer managed', ja: 'カスタマー管理' },
  jobFunction: { en: 'AWS managed – job function', ja: 'AWS 管理 - ジョブ機能' },
  use: { en: 'Used as', ja: '次として使用' },
  allUses: { en: 'Used or not', ja: 'すべての使用状況' },
  asPermissions: { en: 'Permissions policy', ja: 'アクセス許可ポリシー' },
  asBoundary: { en: 'Permissions boundary', ja: 'アクセス許可の境界' },
  unused: { en: 'Not used', ja: '未使用' },

  // Columns and cells.
  name: { en: 'Policy name', ja: 'ポリシー名' },
  descriptionColumn: { en: 'Description', ja: '説明' },
  permissionsCount: { en: 'Permissions policy ({count})', ja: 'アクセス許可ポリシー ({count})' },
  boundaryCount: { en: 'Permissions boundary ({count})', ja: 'アクセス許可の境界 ({count})' },

  // Where rows would stand.
  noMatches: { en: 'No matches', ja: '一致するポリシーがありません' },
  noMatchesText: { en: 'No policy meets all of these conditions.', ja: 'すべての条件に一致するポリシーはありません。' },
  clearAll: { en: 'Clear filters', ja: 'フィルターをクリア' },
  noOwn: { en: 'No customer managed policies', ja: 'カスタマー管理ポリシーがありません' },
  noOwnText: {
    en: 'Create a policy of your own where no AWS managed policy says what you need.',
    ja: '目的に合う AWS 管理ポリシーがない場合は、独自のポリシーを作成してください。',
  },

  // Help.
  helpTitle: { en: 'Managed policies', ja: '管理ポリシー' },
  helpOwn: {
    en: 'A customer managed policy belongs to this account. A change to it takes effect at once for everybody it is attached to, and up to five versions of it are kept.',
    ja: 'カスタマー管理ポリシーは、このアカウントに属します。変更は、アタッチされているすべてのユーザーとグループに直ちに反映されます。最大 5 つのバージョンが保持されます。',
  },
  helpAws: {
    en: 'An AWS managed policy can be attached but not changed.',
    ja: 'AWS 管理ポリシーはアタッチできますが、変更はできません。',
  },
  helpUnused: {
    en: 'Policies that are not used allow nothing to anybody. The filter Used as finds them.',
    ja: '使用されていないポリシーは、誰にも何も許可しません。[次として使用] フィルターで見つけられます。',
  },
} as const satisfies Labels
