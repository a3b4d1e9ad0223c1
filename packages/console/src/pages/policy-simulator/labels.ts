import type { Labels } from '../../i18n/labels.ts'

export const labels = {
  title: { en: 'Policy simulator', ja: 'ポリシーシミュレーター' },
  description: {
    en: 'Ask what somebody may do, and why. Nothing is carried out.',
    ja: '誰が何を実行できるか、その理由とともに確認します。実際には何も実行されません。',
  },

  // Whose policies.
  who: { en: 'Whose policies', ja: '対象のポリシー' },
  ofPrincipal: { en: 'A user or a group', ja: 'ユーザーまたはグループ' },
  ofPrincipalText: {
    en: 'All policies that apply: own, of groups, attached, and the permissions boundary.',
    ja: '適用されるすべてのポリシー: 自身のもの、グループのもの、アタッチされたもの、許可の境界。',
  },
  ofPolicy: { en: 'A policy text', ja: 'ポリシーのテキスト' },
  ofPolicyText: {
    en: 'To try a policy before anybody has it.',
    ja: 'アタッチする前のポリシーを試します。',
  },
  principal: { en: 'User or group', ja: 'ユーザーまたはグループ' },
  principalArn: { en: 'ARN of the user or group', ja: 'ユーザーまたはグループの ARN' },
  choosePrincipal: { en: 'Choose a user or a group', ja: 'ユーザーまたはグループを選択' },
  searchPrincipal: { en: 'Search by name', ja: '名前で検索' },
  users: { en: 'Users', ja: 'ユーザー' },
  groups: { en: 'Groups', ja: 'グループ' },
  noneFound: { en: 'No matches', ja: '一致するものがありません' },
  policy: { en: 'Policy to try', ja: '試すポリシー' },

  // What is asked.
  what: { en: 'What is asked', ja: '確認する操作' },
  service: { en: 'Service', ja: 'サービス' },
  chooseService: { en: 'Choose a service', ja: 'サービスを選択' },
  actions: { en: 'Actions', ja: 'アクション' },
  chooseActions: { en: 'Choose actions', ja: 'アクションを選択' },
  chooseServiceFirst: { en: 'Choose a service first', ja: '先にサービスを選択してください' },
  searchActions: { en: 'Search actions', ja: 'アクションを検索' },
  otherAction: { en: 'Another action', ja: 'その他のアクション' },
  otherActionText: {
    en: 'By its whole name, such as s3:GetObject.',
    ja: 's3:GetObject のように完全な名前で入力します。',
  },
  add: { en: 'Add', ja: '追加' },
  notAnAction: {
    en: 'An action is written as service:Name, without wildcards.',
    ja: 'アクションは「サービス:名前」の形式で、ワイルドカードなしで入力してください。',
  },
  chosenActions: { en: 'Chosen actions', ja: '選択したアクション' },
  removeNamed: { en: 'Remove {name}', ja: '{name} を取り消す' },
  resources: { en: 'Resources', ja: 'リソース' },
  resourcesText: {
    en: 'One ARN on each line. Empty or *: no resource in particular.',
    ja: '1 行に 1 つの ARN を入力します。空欄または * は、特定のリソースを指定しないことを表します。',
  },

  // Context.
  context: { en: 'Context of the call', ja: '呼び出しのコンテキスト' },
  contextText: {
    en: 'Keys that the policies ask for come first. What is empty is absent from the call.',
    ja: 'ポリシーが求めるキーが先に表示されます。空欄のキーは呼び出しに含まれません。',
  },
  noKeys: {
    en: 'These policies ask for no context keys.',
    ja: 'これらのポリシーが求めるコンテキストキーはありません。',
  },
  keysHidden: {
    en: 'Which keys the policies ask for is not shown: you need permission for {action}.',
    ja: 'ポリシーが求めるキーは表示されません。{action} のアクセス許可が必要です。',
  },
  key: { en: 'Key', ja: 'キー' },
  type: { en: 'Type', ja: 'タイプ' },
  typeOf: { en: 'Type of {key}', ja: '{key} のタイプ' },
  valueOf: { en: 'Value of {key}', ja: '{key} の値' },
  value: { en: 'Value', ja: '値' },
  absent: { en: 'Absent', ja: 'なし' },
  listHint: { en: 'a, b, c', ja: 'a, b, c' },
  fromUser: { en: 'as the user has it', ja: 'ユーザーの値' },
  addKey: { en: 'Add a key', ja: 'キーを追加' },
  newKey: { en: 'New context key', ja: '新しいコンテキストキー' },

  // More.
  more: { en: 'Boundary and resource policy', ja: '境界とリソースポリシー' },
  boundary: { en: 'Permissions boundary', ja: '許可の境界' },
  boundaryOwn: { en: 'As it is', ja: '現在のまま' },
  boundaryNone: { en: 'None', ja: 'なし' },
  searchPolicies: { en: 'Search policies', ja: 'ポリシーを検索' },
  resourcePolicy: { en: 'Policy of the resource', ja: 'リソースのポリシー' },
  resourcePolicyText: {
    en: 'For a resource that has a policy of its own, such as a bucket. Empty: it has none.',
    ja: 'バケットなど、独自のポリシーを持つリソースの場合に入力します。空欄の場合は、ポリシーなしとみなします。',
  },
  caller: { en: 'ARN of the user who calls', ja: '呼び出し元ユーザーの ARN' },
  callerText: {
    en: 'Whom the policy of the resource is asked about.',
    ja: 'リソースのポリシーが判定する対象のユーザーです。',
  },

  run: { en: 'Simulate', ja: 'シミュレート' },
  copyLink: { en: 'Copy a link to this simulation', ja: 'このシミュレーションへのリンクをコピー' },
  linkWithoutTexts: {
    en: 'The policy texts are too long for the link and are not in it.',
    ja: 'ポリシーのテキストは長すぎるため、リンクには含まれません。',
  },
  needPrincipal: { en: 'Choose a user or a group.', ja: 'ユーザーまたはグループを選択してください。' },
  needPolicy: { en: 'Write a policy first.', ja: 'ポリシーを入力してください。' },
  needAction: { en: 'Choose at least one action.', ja: 'アクションを 1 つ以上選択してください。' },
  needCaller: {
    en: 'A resource’s policy needs to know who calls.',
    ja: 'リソースのポリシーには呼び出し元が必要です。',
  },
  tooMany: {
    en: 'At most {max} pairs of an action and a resource at a time.',
    ja: 'アクションとリソースの組み合わせは、一度に最大 {max} 組です。',
  },

  // Results.
  results: { en: 'Results', ja: '結果' },
  noResults: { en: 'Nothing was asked yet.', ja: 'まだシミュレートしていません。' },
  counts: {
    en: '{allowed} allowed, {denied} denied',
    ja: '許可 {allowed} 件、拒否 {denied} 件',
  },
  action: { en: 'Action', ja: 'アクション' },
  resource: { en: 'Resource', ja: 'リソース' },
  decision: { en: 'Decision', ja: '判定' },
  because: { en: 'Why', ja: '理由' },
  allowed: { en: 'Allowed', ja: '許可' },
  explicitDeny: { en: 'Denied by a statement', ja: '明示的に拒否' },
  implicitDeny: { en: 'Not allowed', ja: '許可なし' },
  resultNamed: { en: '{action} on {resource}', ja: '{resource} に対する {action}' },
  missingKeys: { en: 'Absent context keys: {keys}', ja: '含まれていないコンテキストキー: {keys}' },
  comma: { en: ', ', ja: '、' },
  hiddenPolicies: {
    en: 'Some policies are not shown, and are not among those that nearly match: you need permission for {actions}.',
    ja: '一部のポリシーは表示されず、一致しかけたステートメントにも含まれません。{actions} のアクセス許可が必要です。',
  },
  aboutThese: { en: 'these policies', ja: 'これらのポリシーを持つユーザー' },
  boundaryPolicy: { en: 'Permissions boundary', ja: '許可の境界' },

  // Help.
  helpTitle: { en: 'The policy simulator', ja: 'ポリシーシミュレーター' },
  helpWhat: {
    en: 'It asks the engine that judges real calls. The identity-based policies, the permissions boundary and, where one is given, the policy of the resource are asked together.',
    ja: '実際の呼び出しを判定するエンジンに問い合わせます。アイデンティティベースのポリシー、許可の境界、および指定されている場合はリソースのポリシーをまとめて判定します。',
  },
  helpContext: {
    en: 'A real call brings its own context: aws:MultiFactorAuthPresent, for one, is true or false in the console, and absent from a call with an access key.',
    ja: '実際の呼び出しには固有のコンテキストが含まれます。たとえば aws:MultiFactorAuthPresent は、コンソールでは true または false ですが、アクセスキーによる呼び出しには含まれません。',
  },
  helpCli: { en: 'The same with the AWS CLI:', ja: 'AWS CLI での確認方法:' },
} as const satisfies Labels
