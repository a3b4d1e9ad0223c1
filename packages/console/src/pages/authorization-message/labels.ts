import type { Labels } from '../../i18n/labels.ts'

export const labels = {
  title: { en: 'Authorization message', ja: '認可メッセージ' },
  description: {
    en: 'Find out why a call was denied. Every refusal brings its reason, sealed: paste it here.',
    ja: '呼び出しが拒否された理由を調べます。すべての拒否には封印された理由が付いています。ここに貼り付けてください。',
  },
  sealed: { en: 'Sealed reason', ja: '封印された理由' },
  sealedText: {
    en: 'From the panel that the denied person saw, or from the response header x-keyward-authorization-message.',
    ja: '拒否された人の画面のパネル、またはレスポンスヘッダー x-keyward-authorization-message にあるテキストです。',
  },
  required: { en: 'Paste a sealed reason first.', ja: '封印された理由を貼り付けてください。' },
  open: { en: 'Explain', ja: '説明する' },
  empty: {
    en: 'What was denied, and why, is shown here.',
    ja: '拒否された操作とその理由がここに表示されます。',
  },
  undecodable: {
    en: 'This cannot be opened. Paste the whole text, of a denial in this account.',
    ja: 'これを開くことはできません。このアカウントでの拒否のテキスト全体を貼り付けてください。',
  },

  // The answer.
  answer: { en: 'Why it was denied', ja: '拒否された理由' },
  principal: { en: 'Principal', ja: 'プリンシパル' },
  action: { en: 'Action', ja: 'アクション' },
  resource: { en: 'Resource', ja: 'リソース' },
  everyResource: { en: '{resource}* (every one of them)', ja: '{resource}* (そのすべて)' },
  time: { en: 'Time', ja: '時刻' },
  principalGone: {
    en: 'Who was denied has been deleted since.',
    ja: '拒否されたプリンシパルは、その後削除されました。',
  },
  nowAllowed: {
    en: 'The policies have changed since: now the same call would be allowed.',
    ja: 'その後ポリシーが変更されました。現在では、同じ呼び出しは許可されます。',
  },
  nowOther: {
    en: 'The policies have changed since. Now: {sentence}',
    ja: 'その後ポリシーが変更されました。現在: {sentence}',
  },
  context: { en: 'Context of the call', ja: '呼び出しのコンテキスト' },
  contextText: {
    en: 'What the call brought, for conditions to compare.',
    ja: '条件と比較される、呼び出しに含まれていた値です。',
  },
  key: { en: 'Key', ja: 'キー' },
  value: { en: 'Value', ja: '値' },
  noContext: { en: 'The policies asked for nothing.', ja: 'ポリシーは何も求めませんでした。' },
  missingKey: { en: 'absent, though a statement asks for it', ja: 'なし (ステートメントが求めています)' },
  leftOut: {
    en: 'The sealed text had no room for everything: some context or statements are not shown.',
    ja: '封印されたテキストに収まらなかったため、一部のコンテキストまたはステートメントは表示されません。',
  },

  // Help.
  helpTitle: { en: 'Sealed reasons', ja: '封印された理由' },
  helpWhat: {
    en: 'Whoever is denied learns what kind of policy refused, and nothing else of the policies. The whole reason travels with the answer, sealed for this account.',
    ja: '拒否された人には、どの種類のポリシーが拒否したかだけが伝えられ、ポリシーの内容は伝えられません。理由の全体は、このアカウント向けに封印されて応答とともに届きます。',
  },
  helpWho: {
    en: 'Only somebody of the same account who has permission for sts:DecodeAuthorizationMessage can open it. The statement that decided is the one of the time; what nearly matched is judged by the policies of now.',
    ja: '開くことができるのは、同じアカウントで sts:DecodeAuthorizationMessage のアクセス許可を持つ人だけです。決め手となったステートメントは拒否された時点のもので、一致しかけたステートメントは現在のポリシーで判定されます。',
  },
  helpCli: { en: 'The same with the AWS CLI:', ja: 'AWS CLI での確認方法:' },
} as const satisfies Labels
