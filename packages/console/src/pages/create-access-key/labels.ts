import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  create: seed.createAccessKey,
  bestPractices: seed.bestPractices,
  next: seed.next,
  retrieve: seed.retrieveAccessKeys,
  show: seed.show,
  download: seed.downloadCsv,
  done: seed.done,
  accessKeyId: seed.accessKeyId,
  secretAccessKey: seed.secretAccessKey,
  users: seed.users,
  securityCredentials: seed.securityCredentials,
  steps: { en: 'Steps', ja: 'ステップ' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  previous: { en: 'Previous', ja: '戻る' },
  hide: { en: 'Hide', ja: '非表示' },

  bestPracticesText: {
    en: 'Avoid long-term credentials like access keys to improve your security. Consider the following use cases and alternatives.',
    ja: 'セキュリティを高めるため、アクセスキーのような長期的な認証情報の使用は避けてください。次のユースケースと代替案を検討してください。',
  },
  useCase: { en: 'Use case', ja: 'ユースケース' },
  cli: { en: 'Command Line Interface (CLI)', ja: 'コマンドラインインターフェイス (CLI)' },
  cliText: {
    en: 'You plan to use this access key with the AWS CLI against this account.',
    ja: 'このアクセスキーを使用して、AWS CLI からこのアカウントにアクセスします。',
  },
  local: { en: 'Local code', ja: 'ローカルコード' },
  localText: {
    en: 'You plan to use this access key in application code in a local development environment.',
    ja: 'このアクセスキーを、ローカルの開発環境のアプリケーションコードで使用します。',
  },
  compute: {
    en: 'Application running on an AWS compute service',
    ja: 'AWS コンピューティングサービスで実行されるアプリケーション',
  },
  computeText: {
    en: 'You plan to use this access key in application code on a compute service such as Amazon EC2, Amazon ECS or AWS Lambda.',
    ja: 'このアクセスキーを、Amazon EC2、Amazon ECS、AWS Lambda などのコンピューティングサービスで動くアプリケーションコードで使用します。',
  },
  third: { en: 'Third-party service', ja: 'サードパーティーのサービス' },
  thirdText: {
    en: 'You plan to use this access key for a service of somebody else that monitors or manages your resources.',
    ja: 'このアクセスキーを、リソースを監視または管理するサードパーティーのサービスで使用します。',
  },
  outside: { en: 'Application running outside AWS', ja: 'AWS の外部で実行されるアプリケーション' },
  outsideText: {
    en: 'You plan to use this access key for an application in your own data center or other infrastructure.',
    ja: 'このアクセスキーを、自社のデータセンターやその他のインフラストラクチャで動くアプリケーションで使用します。',
  },
  other: seed.other,
  otherText: { en: 'Your use case is not listed here.', ja: '該当するユースケースがここにありません。' },

  alternative: { en: 'Alternative recommended', ja: '推奨される代替案' },
  cliInstead: {
    en: 'For work by hand you need no key: everything about users, access keys and permissions can be done in this console, and your sign-in ends by itself.',
    ja: '手作業であればキーは不要です。ユーザー、アクセスキー、アクセス許可に関する操作はすべてこのコンソールで行えます。サインインの有効期間は自動的に終わります。',
  },
  toConsole: { en: 'Go to the console home', ja: 'コンソールのホームへ' },
  localInstead: {
    en: 'Use the key that you already have, and rotate it, instead of adding another. Delete a key that you no longer need.',
    ja: 'キーを追加する代わりに、すでにあるキーを更新しながら使用してください。不要になったキーは削除してください。',
  },
  toOwnKeys: { en: 'See your own access keys', ja: '自分のアクセスキーを確認する' },
  thirdInstead: {
    en: 'Never give a service the key of a person. Create a user of its own for it, with only the permissions that it needs, so that you can stop it alone.',
    ja: '人のキーをサービスに渡さないでください。そのサービス専用のユーザーを作成し、必要なアクセス許可だけを与えると、そのサービスだけを止められます。',
  },
  outsideInstead: {
    en: 'Create a user of its own for each application, with only the permissions that it needs. A key that leaks then harms one application, and can be deactivated alone.',
    ja: 'アプリケーションごとに専用のユーザーを作成し、必要なアクセス許可だけを与えてください。キーが漏えいしても影響は 1 つのアプリケーションに限られ、そのキーだけを無効化できます。',
  },
  toCreateUser: { en: 'Create a user', ja: 'ユーザーを作成する' },
  noneYetTitle: { en: 'No alternative yet', ja: '代替案はまだありません' },
  noneYet: {
    en: 'Keyward has no alternative to an access key for this use case yet. Use a user of its own for the application, keep the secret out of its code, and rotate the key.',
    ja: 'このユースケースには、アクセスキーに代わる方法がまだありません。アプリケーション専用のユーザーを使用し、シークレットをコードに書かず、キーを更新しながら使用してください。',
  },
  understand: {
    en: 'I understand the above recommendation and want to proceed to create an access key.',
    ja: '上記の推奨事項を理解し、アクセスキーの作成を続行することに同意します。',
  },
  goodPractices: { en: 'Access key best practices', ja: 'アクセスキーのベストプラクティス' },
  neverInCode: {
    en: 'Never store your access key in plain text, in a code repository, or in code.',
    ja: 'アクセスキーをプレーンテキスト、コードリポジトリ、コード内に保存しないでください。',
  },
  disableUnneeded: {
    en: 'Deactivate or delete access keys when they are no longer needed.',
    ja: '不要になったアクセスキーは、無効化または削除してください。',
  },
  leastPrivilege: { en: 'Enable least-privilege permissions.', ja: '必要最小限のアクセス許可だけを与えてください。' },
  rotateRegularly: { en: 'Rotate access keys regularly.', ja: 'アクセスキーを定期的に更新してください。' },
  chooseFirst: { en: 'Choose a use case first.', ja: '先にユースケースを選択してください。' },
  tickFirst: {
    en: 'Tick the box above to go on.',
    ja: '続行するには、上のチェックボックスをオンにしてください。',
  },

  descriptionStep: { en: 'Set description tag – optional', ja: '説明タグを設定 – オプション' },
  descriptionText: {
    en: 'The description for this access key is attached to this user as a tag, and shown beside the access key.',
    ja: 'このアクセスキーの説明は、タグとしてこのユーザーに付けられ、アクセスキーとともに表示されます。',
  },
  tagHint: {
    en: 'Describe the purpose of this access key and where it will be used. A good description helps you to rotate it confidently later.',
    ja: 'このアクセスキーの目的と使用場所を記述します。よい説明があると、あとで安心して更新できます。',
  },

  alreadyTwo: {
    en: 'This user has two access keys already. Delete one first.',
    ja: 'アクセスキーはすでに 2 つあります。先にいずれかを削除してください。',
  },
  raced: {
    en: 'There are two access keys by now: one was made in the meantime, in another tab or by somebody else. No key was made here.',
    ja: 'その間に、別のタブまたは別の人によってキーが作成され、アクセスキーはすでに 2 つあります。ここではキーを作成していません。',
  },
  backToKeys: { en: 'Back to the access keys', ja: 'アクセスキーに戻る' },
  noAnswerNotMade: {
    en: 'The server did not answer, and no new access key is there. What you entered is kept; try again.',
    ja: 'サーバーから応答がなく、新しいアクセスキーは作成されていません。入力した内容は残っています。もう一度お試しください。',
  },
  noAnswerUnknown: {
    en: 'The server did not answer, so it is not known whether an access key was made. Look at the access keys before you try again: a key made now without its secret is of no use, and should be deleted.',
    ja: 'サーバーから応答がないため、アクセスキーが作成されたかどうかは不明です。もう一度試す前にアクセスキーを確認してください。シークレットのないキーは使用できないため、削除してください。',
  },
  lostTitle: {
    en: 'A key was made, its secret is lost: delete it',
    ja: 'キーは作成されましたが、シークレットは失われました。削除してください',
  },
  lostText: {
    en: 'The answer with the secret access key of {id} never arrived, and it cannot be shown again. Delete this key and make a new one.',
    ja: '{id} のシークレットアクセスキーを含む応答が届きませんでした。もう一度表示することはできません。このキーを削除して、新しいキーを作成してください。',
  },

  createdOnce: {
    en: 'Access key created. This is the only time that the secret access key can be viewed or downloaded. You cannot recover it later, but you can create a new access key at any time.',
    ja: 'アクセスキーを作成しました。シークレットアクセスキーを表示またはダウンロードできるのは今回のみです。後で回復することはできませんが、新しいアクセスキーはいつでも作成できます。',
  },
  retrieveText: {
    en: 'If you lose or forget your secret access key, you cannot retrieve it. Delete the access key and make a new one instead.',
    ja: 'シークレットアクセスキーを紛失または忘れた場合、取得することはできません。そのアクセスキーを削除して、新しく作成してください。',
  },
  accessKey: { en: 'Access key', ja: 'アクセスキー' },
  secretHidden: { en: 'Secret access key, hidden', ja: 'シークレットアクセスキー (非表示)' },
  copySecret: { en: 'Copy the secret access key', ja: 'シークレットアクセスキーをコピー' },
  copied: { en: 'Copied', ja: 'コピーしました' },
  copyFailed: { en: 'Could not copy', ja: 'コピーできませんでした' },
  downloadImport: {
    en: 'Download for aws configure import',
    ja: 'aws configure import 用にダウンロード',
  },
  importText: {
    en: 'With the user name as a column, so that AWS CLI version 2 can import it: aws configure import --csv file://{file}',
    ja: 'ユーザー名の列を含み、AWS CLI バージョン 2 でインポートできます: aws configure import --csv file://{file}',
  },
  noImport: {
    en: 'aws configure import cannot read a user name with a comma. Use the profile below.',
    ja: 'aws configure import は、コンマを含むユーザー名を読み取れません。下のプロファイルを使用してください。',
  },
  profileTitle: { en: 'Use this key with the AWS CLI and SDKs', ja: 'このキーを AWS CLI と SDK で使用する' },
  profileHidden: {
    en: 'Choose Show above to include the secret access key in the profile.',
    ja: '上の [表示] を選択すると、プロファイルにシークレットアクセスキーが含まれます。',
  },
  notDescribed: {
    en: 'The access key was made, but its description could not be saved.',
    ja: 'アクセスキーは作成されましたが、説明を保存できませんでした。',
  },
  doneTitle: { en: 'Continue without saving the secret?', ja: 'シークレットを保存せずに完了しますか?' },
  doneText: {
    en: 'You have neither shown, copied nor downloaded the secret access key. After this page it cannot be shown again.',
    ja: 'シークレットアクセスキーの表示、コピー、ダウンロードのいずれも行っていません。このページを離れると、二度と表示できません。',
  },
  continue: { en: 'Continue', ja: '続行' },
  leaveTitle: { en: 'Leave without the secret?', ja: 'シークレットの表示を終了しますか?' },
  leaveText: {
    en: 'The secret access key cannot be shown again after you leave. Save it first.',
    ja: 'このページを離れると、シークレットアクセスキーは二度と表示できません。先に保存してください。',
  },
  goneTitle: { en: 'The secret can no longer be displayed', ja: 'シークレットはもう表示できません' },
  goneText: {
    en: 'A secret access key is shown once, right after it was made. Lost the secret? Delete this key and make a new one.',
    ja: 'シークレットアクセスキーが表示されるのは、作成直後の一度だけです。シークレットを紛失した場合は、このキーを削除して、新しいキーを作成してください。',
  },

  rootTitle: { en: 'Alternatives to root user access keys', ja: 'ルートユーザーのアクセスキーの代替案' },
  rootText: {
    en: 'We recommend that you do not create root user access keys. No policy limits them: whoever holds one may do everything in this account.',
    ja: 'ルートユーザーのアクセスキーは作成しないことをお勧めします。ポリシーで制限することはできず、キーを手に入れた人は、このアカウントですべての操作を実行できます。',
  },
  rootInstead: {
    en: 'Create an IAM user for each person who administers the account, and a user of its own for each application, with only the permissions that it needs.',
    ja: '代わりに、アカウントを管理する人ごとに IAM ユーザーを作成し、アプリケーションごとに必要なアクセス許可だけを持つ専用のユーザーを作成してください。',
  },
  rootUnderstand: {
    en: 'I understand creating a root access key is not a best practice, but I still want to create one.',
    ja: 'ルートアクセスキーの作成がベストプラクティスではないことを理解していますが、それでも作成します。',
  },
} as const satisfies Labels
