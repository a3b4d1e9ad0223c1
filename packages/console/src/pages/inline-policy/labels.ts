import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  users: seed.users,
  createTitle: { en: 'Create inline policy', ja: 'インラインポリシーを作成' },
  editTitle: { en: 'Edit {name}', ja: '{name} を編集' },
  groups: { en: 'User groups', ja: 'ユーザーグループ' },
  userDescription: {
    en: 'A policy of the user {name} alone, embedded in the user.',
    ja: 'ユーザー {name} のみに適用されるポリシーです。',
  },
  groupDescription: {
    en: 'A policy of the group {name} alone, embedded in the group. It applies to every user of the group.',
    ja: 'グループ {name} のみに埋め込まれるポリシーです。グループのすべてのユーザーに適用されます。',
  },
  name: { en: 'Policy name', ja: 'ポリシー名' },
  nameText: {
    en: 'Up to 128 letters, digits and the signs +=,.@-_',
    ja: '128 文字以内の英数字と記号 +=,.@-_',
  },
  document: { en: 'Policy document', ja: 'ポリシードキュメント' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  create: { en: 'Create policy', ja: 'ポリシーを作成' },
  save: { en: 'Save changes', ja: '変更を保存' },
  created: { en: 'The inline policy {name} was created.', ja: 'インラインポリシー {name} を作成しました。' },
  saved: { en: 'The inline policy {name} was saved.', ja: 'インラインポリシー {name} を保存しました。' },
  noPolicyTitle: { en: 'There is no inline policy {name}', ja: 'インラインポリシー {name} は存在しません' },
  noPolicyText: {
    en: 'It was deleted, or whoever had it was.',
    ja: 'ポリシー、またはポリシーを持つユーザーかグループが削除された可能性があります。',
  },
  back: { en: 'Back to {name}', ja: '{name} に戻る' },
  unchecked: {
    en: 'You may not read this policy, so it cannot be compared before it is saved: changes of others would be overwritten.',
    ja: 'このポリシーを読み取るアクセス許可がないため、保存前に比較できません。他の人の変更を上書きする可能性があります。',
  },
  changedTitle: { en: 'The policy was changed meanwhile', ja: 'ポリシーはその間に変更されています' },
  changedText: {
    en: 'Somebody else saved {name} after you opened it. Below is what your document would change in theirs.',
    ja: 'このポリシーを開いた後に、他の人が {name} を保存しました。保存すると、以下のように変更されます。',
  },
  takenTitle: { en: 'There is a policy {name} already', ja: 'ポリシー {name} は既に存在します' },
  takenText: {
    en: 'Saving would replace it. Below is what your document would change. To keep it, cancel and choose another name.',
    ja: '保存すると置き換えられます。変更内容は以下のとおりです。残すには、キャンセルして別の名前を選択してください。',
  },
  deletedTitle: { en: 'The policy was deleted meanwhile', ja: 'ポリシーはその間に削除されています' },
  deletedText: {
    en: 'Somebody else deleted {name} after you opened it. Saving creates it anew.',
    ja: 'このポリシーを開いた後に、他の人が {name} を削除しました。保存すると新しく作成されます。',
  },
  overwrite: { en: 'Save mine', ja: '自分の変更で保存' },
  takeTheirs: { en: 'Take theirs', ja: '最新の内容を読み込む' },
  helpTitle: { en: 'Inline policies', ja: 'インラインポリシー' },
  helpText: {
    en: 'A policy lists which actions are allowed or denied, on which resources. What no policy allows is denied.',
    ja: 'ポリシーは、どのリソースに対してどのアクションを許可または拒否するかを記述します。どのポリシーも許可していない操作は拒否されます。',
  },
  helpTemplates: {
    en: 'The templates are the policies of the guide to access keys: a user who has one manages her own keys without an administrator.',
    ja: 'テンプレートは、アクセスキーのガイドに記載されているポリシーです。アタッチされたユーザーは、管理者に依頼せずに自分のキーを管理できます。',
  },
  suggestedAlone: {
    en: 'The document allows {action} on {resource}, and nothing else. Look at it, give it a name, and save it.',
    ja: 'このドキュメントは {resource} に対する {action} だけを許可します。内容を確認し、名前を付けて保存してください。',
  },
  suggestedLast: {
    en: 'A statement that allows {action} on {resource} was added at the end. Look at it, then save it.',
    ja: '{resource} に対する {action} を許可するステートメントを末尾に追加しました。内容を確認して保存してください。',
  },
} as const satisfies Labels
