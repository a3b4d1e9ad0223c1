import type { Labels } from '../../i18n/labels.ts'

/** What a key id that somebody typed turned out to be. */
export const labels = {
  searchingOwner: { en: 'Looking for the owner of this access key', ja: 'アクセスキーの所有者を検索しています' },
  ownedActive: {
    en: 'Access key {id} belongs to the user {user}. It is active.',
    ja: 'アクセスキー {id} はユーザー {user} のものです。有効です。',
  },
  ownedInactive: {
    en: 'Access key {id} belongs to the user {user}. It is inactive.',
    ja: 'アクセスキー {id} はユーザー {user} のものです。無効化されています。',
  },
  owned: {
    en: 'Access key {id} belongs to the user {user}.',
    ja: 'アクセスキー {id} はユーザー {user} のものです。',
  },
  ownedByRoot: {
    en: 'Access key {id} belongs to the root user. Sign in as the root user to see it.',
    ja: 'アクセスキー {id} はルートユーザーのものです。表示するには、ルートユーザーとしてサインインしてください。',
  },
  ownedElsewhere: {
    en: 'Access key {id} belongs to account {account}.',
    ja: 'アクセスキー {id} はアカウント {account} のものです。',
  },
  ownedHidden: {
    en: 'You may not see the owner of access key {id}. You need permission for {action}.',
    ja: 'アクセスキー {id} の所有者を表示するアクセス許可がありません。{action} のアクセス許可が必要です。',
  },
  ownedTemporary: {
    en: 'Access key {id} is a temporary credential of account {account}. Temporary credentials are not listed under users.',
    ja: 'アクセスキー {id} はアカウント {account} の一時的な認証情報です。一時的な認証情報はユーザーの一覧に表示されません。',
  },
  ownedByNobody: {
    en: 'There is no access key {id}: it was deleted, or never issued.',
    ja: 'アクセスキー {id} は存在しません。削除されたか、発行されたことがありません。',
  },
  partOfKeyId: {
    en: 'Paste the whole access key ID. It has 20 characters.',
    ja: 'アクセスキー ID 全体 (20 文字) を貼り付けてください。',
  },
  secretRefusedTitle: {
    en: 'That was a secret access key. It was not sent',
    ja: 'シークレットアクセスキーが貼り付けられました。送信していません',
  },
  secretRefused: {
    en: 'What you pasted has the form of a secret access key. A secret never belongs in a search box, so it was cleared here and left this page nowhere. Search for the access key ID instead: it begins with AKIA.',
    ja: '貼り付けられた文字列はシークレットアクセスキーの形式です。シークレットを検索に使用してはならないため、この場で消去し、どこにも送信していません。代わりに AKIA で始まるアクセスキー ID で検索してください。',
  },
} as const satisfies Labels
