import type { Labels } from '../../i18n/labels.ts'

export const labels = {
  title: { en: 'Credential report', ja: '認証情報レポート' },
  description: {
    en: 'Every user of this account with the state of passwords and access keys, as a .csv file.',
    ja: 'このアカウントの全ユーザーと、パスワードおよびアクセスキーの状態を示す .csv ファイルです。',
  },
  download: { en: 'Download credentials report', ja: '認証情報レポートをダウンロード' },
  state: { en: 'Report', ja: 'レポート' },
  idle: {
    en: 'A report is generated when you download it. If one was generated a moment ago, you get that one again.',
    ja: 'レポートはダウンロード時に生成されます。直前に生成されたレポートがある場合は、同じものが使用されます。',
  },
  generating: { en: 'Generating the report …', ja: 'レポートを生成しています…' },
  fetching: { en: 'Fetching the report …', ja: 'レポートを取得しています…' },
  ready: { en: 'Saved as {file}', ja: '{file} として保存しました' },
  generated: { en: 'Last generated', ja: '最終生成' },
  size: { en: 'Size', ja: 'サイズ' },
  sizeValue: { en: '{kilobytes} KB', ja: '{kilobytes} KB' },
  tooLong: {
    en: 'The report is not ready yet. It is still being generated: come back in a moment and download it.',
    ja: 'レポートはまだ準備できていません。生成は続いています。しばらくしてからもう一度ダウンロードしてください。',
  },
  saveAgain: { en: 'Save again', ja: 'もう一度保存' },
  noKeyIds: {
    en: 'The report holds no access key IDs. To find who owns a key, search the users for it.',
    ja: 'レポートにアクセスキー ID は含まれません。キーの所有者を調べるには、ユーザーの一覧で検索してください。',
  },
  toUsers: { en: 'Search users', ja: 'ユーザーを検索' },
  columns: { en: 'What the report contains', ja: 'レポートの内容' },
  columnUser: {
    en: 'The root user first, then every IAM user with ARN and creation time.',
    ja: '先頭にルートユーザー、続いてすべての IAM ユーザー (ARN と作成日時)。',
  },
  columnPassword: {
    en: 'Whether there is a console password, when it was last used and changed, and by when it must be changed next.',
    ja: 'コンソールパスワードの有無、前回の使用日時と変更日時、次回の変更期限。',
  },
  columnKeys: {
    en: 'Both access keys: active or not, when they were made, and when, where and for which service they were last used.',
    ja: '2 つのアクセスキーそれぞれの有効・無効、作成日時、前回使用の日時・リージョン・サービス。',
  },
  helpTitle: { en: 'Credential report', ja: '認証情報レポート' },
  help: {
    en: 'Use the report to audit credentials: which keys are old, which are not used, which users have a password they never needed. It has the columns of AWS, so that tools which read those reports read this one.',
    ja: 'レポートは認証情報の監査に使用します。古いキー、使用されていないキー、不要なパスワードを持つユーザーを確認できます。列は AWS と同じなので、AWS のレポートを読むツールでそのまま読み込めます。',
  },
} as const satisfies Labels
