import type { Labels } from '../../i18n/labels.ts'

/** Why something is allowed or not, in sentences. */
export const labels = {
  // One sentence. {near} is empty, or begins as `nearly` does.
  allowed: {
    en: '{who} may use {action} on {resource}: {statement} allows it.',
    ja: '{who} は {resource} に対して {action} を実行できます。{statement}が許可しています。',
  },
  allowedSomehow: {
    en: '{who} may use {action} on {resource}.',
    ja: '{who} は {resource} に対して {action} を実行できます。',
  },
  denied: {
    en: '{who} may not use {action} on {resource}: {statement} denies it.',
    ja: '{who} は {resource} に対して {action} を実行できません。{statement}が拒否しています。',
  },
  notAllowed: {
    en: '{who} may not use {action} on {resource}: {cause}{near}.',
    ja: '{who} は {resource} に対して {action} を実行できません。{cause}{near}。',
  },
  nearly: { en: '; {statement} would, but {unmet}', ja: '。{statement}は、{unmet}が満たされていません' },
  everyResource: { en: 'everything under {resource}', ja: '{resource} 以下のすべて' },

  // Which set did not allow, or denied where no statement can be named.
  identityAllowsNot: {
    en: 'no identity-based policy allows it',
    ja: '許可するアイデンティティベースのポリシーがありません',
  },
  boundaryAllowsNot: { en: 'the permissions boundary does not allow it', ja: '許可の境界が許可していません' },
  sessionAllowsNot: { en: 'the session policy does not allow it', ja: 'セッションポリシーが許可していません' },
  resourceAllowsNot: {
    en: 'the resource-based policy does not allow it',
    ja: 'リソースベースのポリシーが許可していません',
  },
  serviceControlAllowsNot: {
    en: 'a service control policy does not allow it',
    ja: 'サービスコントロールポリシーが許可していません',
  },
  resourceControlAllowsNot: {
    en: 'a resource control policy does not allow it',
    ja: 'リソースコントロールポリシーが許可していません',
  },
  goneStatement: { en: 'a statement that is gone meanwhile', ja: 'すでに存在しないステートメント' },

  // A statement and its policy.
  statementOf: { en: '{statement} of {policy}', ja: '{policy}の{statement}' },
  statementNumber: { en: 'statement {number}', ja: 'ステートメント {number} ' },
  statementNamed: { en: 'statement {number} ({sid})', ja: 'ステートメント {number} ({sid}) ' },
  inlineOfUser: {
    en: 'the inline policy {name} of the user {owner}',
    ja: 'ユーザー {owner} のインラインポリシー {name} ',
  },
  inlineOfGroup: {
    en: 'the inline policy {name} of the group {owner}',
    ja: 'グループ {owner} のインラインポリシー {name} ',
  },
  managed: { en: 'the managed policy {name}', ja: '管理ポリシー {name} ' },
  given: { en: '“{name}”', ja: '「{name}」' },

  // What did not match.
  unmetAction: { en: 'it is for other actions', ja: 'アクションの一致' },
  unmetResource: { en: 'it is for other resources', ja: 'リソースの一致' },
  unmetPrincipal: { en: 'it is for other principals', ja: 'プリンシパルの一致' },
  unmetAbsent: {
    en: 'its condition {operator} asks for {key} = {values}, and the request has no {key}',
    ja: '条件 {operator} ({key} = {values}、リクエストには {key} なし) ',
  },
  unmetFound: {
    en: 'its condition {operator} asks for {key} = {values}, and the request has {found}',
    ja: '条件 {operator} ({key} = {values}、リクエストの値は {found}) ',
  },
  and: { en: ', and ', ja: 'と' },
  or: { en: ' or ', ja: ' または ' },
  comma: { en: ', ', ja: '、' },

  // The parts of an explanation.
  deciding: { en: 'Deciding statements', ja: '決め手となったステートメント' },
  decidingText: {
    en: 'Marked in the documents they stand in.',
    ja: '各ドキュメントの中で強調表示しています。',
  },
  none: {
    en: 'None: what no statement allows is denied.',
    ja: 'ありません。どのステートメントも許可していない操作は拒否されます。',
  },
  near: { en: 'Nearly matching statements', ja: '一致しかけたステートメント' },
  nearText: {
    en: 'They would have allowed it, but for what stands beside them.',
    ja: '以下の点を除けば、許可するはずだったステートメントです。',
  },
  statementColumn: { en: 'Statement', ja: 'ステートメント' },
  policyColumn: { en: 'Policy', ja: 'ポリシー' },
  unmetColumn: { en: 'What did not match', ja: '一致しなかった点' },
  lines: { en: 'line {line}', ja: '{line} 行目' },
  showDocument: { en: 'Show it in its document', ja: 'ドキュメント内で表示' },
  documentOf: { en: 'Document of {policy}', ja: '{policy}のドキュメント' },
  documentHidden: { en: 'You may not read this document.', ja: 'このドキュメントを読み取る権限がありません。' },
  documentGone: {
    en: 'The document has been changed or deleted since, so the statement cannot be shown.',
    ja: 'ドキュメントはその後変更または削除されたため、ステートメントを表示できません。',
  },

  // Where a statement can be added.
  addStatement: { en: 'Add a statement', ja: 'ステートメントを追加' },
  toUser: { en: 'User {name}', ja: 'ユーザー {name}' },
  toGroup: { en: 'Group {name}: for all its users', ja: 'グループ {name}: 所属ユーザー全員' },
  toPolicy: { en: 'To the inline policy {name}', ja: 'インラインポリシー {name} へ' },
  toNewPolicy: { en: 'As a new inline policy', ja: '新しいインラインポリシーとして' },
  toBoundary: { en: 'Show the permissions boundary', ja: '許可の境界を表示' },
  simulate: { en: 'Try in the simulator', ja: 'シミュレーターで試す' },

  // The question, wherever something is denied.
  why: { en: 'Why?', ja: 'なぜ？' },
  wholeExplanation: { en: 'Show the whole explanation', ja: '説明をすべて表示' },
  ask: {
    en: 'You may not open the reason yourself. Send it, sealed as it is, to an administrator: only somebody of this account who has permission for sts:DecodeAuthorizationMessage can read it.',
    ja: 'この理由を自分で開く権限がありません。封印されたまま管理者に送ってください。読めるのは、このアカウントで sts:DecodeAuthorizationMessage のアクセス許可を持つ人だけです。',
  },
  askPlace: {
    en: 'The administrator pastes it at {address}.',
    ja: '管理者は {address} に貼り付けてください。',
  },
  sealed: { en: 'Sealed reason', ja: '封印された理由' },
  copySealed: { en: 'Copy the sealed reason', ja: '封印された理由をコピー' },
  undecodable: {
    en: 'This reason cannot be opened. It may not be whole, or it may be of another account.',
    ja: 'この理由を開けません。一部が欠けているか、別のアカウントのものである可能性があります。',
  },
} as const satisfies Labels
