import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  policies: { en: 'Policies', ja: 'ポリシー' },
  title: { en: 'Create policy', ja: 'ポリシーの作成' },
  steps: { en: 'Steps', ja: 'ステップ' },
  permissions: { en: 'Specify permissions', ja: 'アクセス許可を指定' },
  review: { en: 'Review and create', ja: '確認して作成' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  previous: { en: 'Previous', ja: '戻る' },
  next: seed.next,
  create: { en: 'Create policy', ja: 'ポリシーを作成' },
  edit: { en: 'Edit', ja: '編集' },
  document: { en: 'Policy document', ja: 'ポリシードキュメント' },
  documentText: {
    en: 'Write what is allowed and denied. What is found is shown while you type.',
    ja: '許可または拒否する操作を記述します。入力中に検出結果が表示されます。',
  },
  mendFirst: {
    en: 'The server would refuse this document. Mend the errors first.',
    ja: 'このドキュメントはサーバーに受け付けられません。先にエラーを修正してください。',
  },
  details: { en: 'Policy details', ja: 'ポリシーの詳細' },
  name: { en: 'Policy name', ja: 'ポリシー名' },
  nameText: {
    en: 'Up to 128 letters, digits and the signs +=,.@-_. It cannot be changed later.',
    ja: '128 文字以内の英数字と記号 +=,.@-_。後から変更することはできません。',
  },
  nameTaken: {
    en: 'There is a policy of this name already. Choose another.',
    ja: 'この名前のポリシーは既に存在します。別の名前を指定してください。',
  },
  description: { en: 'Description – optional', ja: '説明 – オプション' },
  descriptionText: {
    en: 'What the policy is for. Up to 1,000 characters. It cannot be changed later.',
    ja: 'ポリシーの用途です。1,000 文字以内。後から変更することはできません。',
  },
  path: { en: 'Path – optional', ja: 'パス – オプション' },
  pathText: {
    en: 'Begins and ends with a slash, such as /team/. Policies can name all policies under a path.',
    ja: '/team/ のように、スラッシュで始まりスラッシュで終わります。ポリシーでは、パス以下のすべてのポリシーを指定できます。',
  },
  pathForm: {
    en: 'A path begins and ends with a slash.',
    ja: 'パスはスラッシュで始まり、スラッシュで終わる必要があります。',
  },
  created: {
    en: 'The policy {name} was created. It takes effect where it is attached.',
    ja: 'ポリシー {name} を作成しました。アタッチすると有効になります。',
  },
  helpTitle: { en: 'Create a policy', ja: 'ポリシーの作成' },
  helpText: {
    en: 'Begin from a template or write JSON. Between quotation marks the editor offers actions, resources and condition keys.',
    ja: 'テンプレートから始めるか、JSON を記述します。引用符の間では、アクション、リソース、条件キーの候補が表示されます。',
  },
  helpAttach: {
    en: 'A new policy is attached to nobody. Attach it to users and groups on its page.',
    ja: '作成したポリシーはどこにもアタッチされていません。ポリシーのページでユーザーやグループにアタッチします。',
  },
} as const satisfies Labels
