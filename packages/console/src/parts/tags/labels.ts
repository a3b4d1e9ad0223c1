import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

/** Of tags, whatever they are on. */
export const labels = {
  tags: { en: 'Tags', ja: 'タグ' },
  tagsCounted: { en: 'Tags ({count})', ja: 'タグ ({count})' },
  optional: { en: 'Tags – optional', ja: 'タグ – オプション' },
  optionalText: {
    en: 'Key-value pairs that policies can refer to. Up to 50.',
    ja: 'ポリシーから参照できるキーと値のペアです。最大 50 個です。',
  },
  tagKey: { en: 'Key', ja: 'キー' },
  tagValue: { en: 'Value', ja: '値' },
  addTag: { en: 'Add tag', ja: 'タグを追加' },
  editTag: { en: 'Edit tag', ja: 'タグを編集' },
  edit: { en: 'Edit', ja: '編集' },
  editNamed: { en: 'Edit {name}', ja: '{name} を編集' },
  save: { en: 'Save changes', ja: '変更を保存' },
  actions: seed.actions,
  removeTag: { en: 'Remove', ja: '削除' },
  removeNamed: { en: 'Remove the tag {name}', ja: 'タグ {name} を削除' },
  removeNumbered: { en: 'Remove tag {number}', ja: 'タグ {number} を削除' },
  removeTagTitle: { en: 'Remove the tag {name}?', ja: 'タグ {name} を削除しますか?' },
  removeTagText: {
    en: 'Policies that refer to this tag may decide otherwise without it.',
    ja: 'このタグを参照するポリシーの判定結果が変わる可能性があります。',
  },
  noTags: { en: 'No tags', ja: 'タグはありません' },
  tagsFull: { en: 'At most 50 tags are possible.', ja: 'タグは最大 50 個です。' },
  tagExists: {
    en: 'There is a tag with this key already. Edit that one.',
    ja: 'このキーのタグは既に存在します。そのタグを編集してください。',
  },
  tagTwice: { en: 'This key is used twice.', ja: 'このキーは重複しています。' },
  tagReserved: {
    en: 'Keys beginning with aws: are reserved.',
    ja: 'aws: で始まるキーは予約されています。',
  },
  keyDescription: { en: 'Description of an access key', ja: 'アクセスキーの説明' },
} as const satisfies Labels
