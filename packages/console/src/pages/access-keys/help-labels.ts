import type { Labels } from '../../i18n/labels.ts'

/** The seed's procedures, shortened: what a person needs beside the screen. The long text is docs/protecting-keys. */
export const helpLabels = {
  readOn: { en: 'Learn more', ja: '詳細' },
  document: { en: 'Protecting access keys', ja: 'アクセスキーを守る' },
  manage: { en: 'Manage access keys', ja: 'アクセスキーの管理' },
  toCreate: { en: 'To create an access key', ja: 'アクセスキーを作成するには' },
  create1: {
    en: 'Choose Create access key. With two access keys, delete one first.',
    ja: '[アクセスキーを作成] を選択します。すでに 2 つある場合は、先に 1 つ削除します。',
  },
  create2: {
    en: 'Choose your use case and review the alternatives. If you still need an access key, choose Other, then Next.',
    ja: '対象のユースケースを選択し、代替案を確認します。それでもアクセスキーが必要な場合は、[その他]、[次へ] の順に選択します。',
  },
  create3: {
    en: 'Optionally set a description tag value, then choose Create access key.',
    ja: '必要に応じて説明タグの値を設定し、[アクセスキーを作成] を選択します。',
  },
  create4: {
    en: 'Choose Show or Download .csv file. This is your only opportunity to save the secret access key. Then choose Done.',
    ja: '[表示] または [.csv ファイルをダウンロード] を選択します。シークレットアクセスキーを保存する唯一の機会です。保存したら [完了] を選択します。',
  },
  toDeactivate: { en: 'To deactivate an access key', ja: 'アクセスキーを無効にするには' },
  deactivate1: {
    en: 'Choose Actions, then Deactivate, and confirm. An inactive access key still counts toward the limit of two.',
    ja: '[アクション]、[無効化] の順に選択し、確認します。無効なアクセスキーも、2 つまでの制限に数えられます。',
  },
  toActivate: { en: 'To activate an access key', ja: 'アクセスキーを有効にするには' },
  activate1: { en: 'Choose Actions, then Activate.', ja: '[アクション]、[有効化] の順に選択します。' },
  toDelete: { en: 'To delete an access key', ja: 'アクセスキーを削除するには' },
  delete1: {
    en: 'Choose Actions, then Delete. Deactivate the key in the dialog first, then confirm with its ID. Make sure before that it is no longer used.',
    ja: '[アクション]、[削除] の順に選択します。ダイアログでまず無効化してから、キー ID を入力して削除を確認します。事前に、使用されていないことを確認してください。',
  },
  rotate: { en: 'Rotate access keys', ja: 'アクセスキーの更新' },
  toRotate: { en: 'Without interrupting your applications', ja: 'アプリケーションを中断せずに更新するには' },
  rotate1: {
    en: 'While the first access key is active, create a second one.',
    ja: '最初のアクセスキーが有効な間に、2 番目のアクセスキーを作成します。',
  },
  rotate2: {
    en: 'Update all applications and tools to use the new key.',
    ja: 'すべてのアプリケーションとツールを更新して、新しいアクセスキーを使用します。',
  },
  rotate3: {
    en: 'Check Last used of the oldest key. It can be good to wait several days.',
    ja: '最も古いキーの [前回使用] を確認します。数日間待つ方法もあります。',
  },
  rotate4: {
    en: 'Deactivate the first key; do not delete it yet.',
    ja: '最初のキーを無効化します。まだ削除しません。',
  },
  rotate5: {
    en: 'Verify that everything works with the new key only. If not, activate the first key again and go back to step 3 to update what still uses it.',
    ja: '新しいキーだけですべてが機能することを確認します。機能しないものがあれば、最初のキーを再度有効にしてステップ 3 に戻り、それを更新します。',
  },
  rotate6: {
    en: 'After some time, when everything has been updated, delete the first key.',
    ja: '一定期間待機して、すべてが更新されたことを確認した後、最初のキーを削除します。',
  },
  root: { en: 'Root user access keys', ja: 'ルートユーザーのアクセスキー' },
  rootOut: { en: 'To take root’s keys out of service', ja: 'ルートユーザーのキーをなくすには' },
  root1: {
    en: 'Find where the key is in use: look at Last used, and search for its ID in configuration, scripts and secret stores.',
    ja: 'どこで使用されているかを調べます。[前回使用] を確認し、設定、スクリプト、シークレット管理ツールの中をキー ID で検索します。',
  },
  root2: {
    en: 'Replace it by the access key of an IAM user that has only the permissions it needs.',
    ja: '必要なアクセス許可だけを持つ IAM ユーザーのアクセスキーに置き換えます。',
  },
  root3: {
    en: 'Deactivate the root user access key, wait, and then delete it.',
    ja: 'ルートユーザーのアクセスキーを無効化し、しばらく待ってから削除します。',
  },
} as const satisfies Labels

const managing = [
  { heading: helpLabels.toDeactivate, steps: [helpLabels.deactivate1] },
  { heading: helpLabels.toActivate, steps: [helpLabels.activate1] },
  { heading: helpLabels.toDelete, steps: [helpLabels.delete1] },
] as const

const creating = {
  heading: helpLabels.toCreate,
  steps: [helpLabels.create1, helpLabels.create2, helpLabels.create3, helpLabels.create4],
} as const

/** What is said beside which screen, and where in docs/protecting-keys one reads on: a place has a name in each language. */
export const procedures = {
  manage: {
    section: { en: 'what-a-key-is', ja: 'アクセスキーとは' },
    title: helpLabels.manage,
    parts: [creating, ...managing],
  },
  create: { section: { en: 'where-to-keep-a-key', ja: 'キーの置き場所' }, title: helpLabels.manage, parts: [creating] },
  rotate: {
    section: { en: 'rotation', ja: 'キーの更新' },
    title: helpLabels.rotate,
    parts: [
      {
        heading: helpLabels.toRotate,
        steps: [
          helpLabels.rotate1,
          helpLabels.rotate2,
          helpLabels.rotate3,
          helpLabels.rotate4,
          helpLabels.rotate5,
          helpLabels.rotate6,
        ],
      },
    ],
  },
  root: {
    section: { en: 'no-root-keys', ja: 'ルートユーザーのキーを持たない' },
    title: helpLabels.root,
    parts: [
      { heading: helpLabels.rootOut, steps: [helpLabels.root1, helpLabels.root2, helpLabels.root3] },
      ...managing,
    ],
  },
} as const

export type Procedure = keyof typeof procedures
