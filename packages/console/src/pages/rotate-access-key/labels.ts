import type { Labels } from '../../i18n/labels.ts'
import { seed } from '../../i18n/seed-labels.ts'

export const labels = {
  title: { en: 'Rotate access keys', ja: 'アクセスキーの更新' },
  about: {
    en: 'Replace an access key without interrupting your applications. You can leave this page at any time: where the rotation stands is read from the keys themselves.',
    ja: 'アプリケーションを中断せずにアクセスキーを更新します。このページはいつでも離れることができます。更新の進み具合は、キーそのものから読み取ります。',
  },
  create: seed.createAccessKey,
  activate: seed.activate,
  deactivate: seed.deactivate,
  delete: seed.delete,
  lastUsed: seed.lastUsed,
  refresh: { en: 'Refresh', ja: '更新表示' },
  oldKey: { en: 'Old access key', ja: '古いアクセスキー' },
  newKey: { en: 'New access key', ja: '新しいアクセスキー' },
  onlyKey: { en: 'Access key', ja: 'アクセスキー' },
  steps: { en: 'Steps', ja: 'ステップ' },
  progress: { en: 'Step {step} of 6', ja: 'ステップ {step} / 6' },
  backToKeys: { en: 'Back to the access keys', ja: 'アクセスキーに戻る' },

  step1: { en: 'Create a second access key', ja: '2 番目のアクセスキーを作成する' },
  step1Text: {
    en: 'While the first access key is active, create a second one. It is active by default; both work from then on.',
    ja: '最初のアクセスキーがアクティブな間に、2 番目のアクセスキーを作成します。作成したキーはデフォルトで有効なので、その時点から両方のキーを使用できます。',
  },
  step1Inactive: {
    en: 'This access key is inactive already: nothing that uses it works at present. Create a new one, and then go on with step 5.',
    ja: 'このアクセスキーはすでに無効で、これを使用しているものは現在機能していません。新しいキーを作成し、ステップ 5 に進んでください。',
  },
  step2: { en: 'Update all applications and tools', ja: 'すべてのアプリケーションとツールを更新する' },
  step2Text: {
    en: 'Update all applications and tools that use {oldId} to use {newId} instead. Search for the old ID in configuration, scripts and secret stores.',
    ja: '{oldId} を使用しているすべてのアプリケーションとツールを更新して、{newId} を使用します。設定、スクリプト、シークレット管理ツールの中を古い ID で検索してください。',
  },
  step2Never: {
    en: 'The new access key has not been used yet. When something uses it, this page goes on to step 3.',
    ja: '新しいアクセスキーはまだ使用されていません。使用されると、このページはステップ 3 に進みます。',
  },
  step3: { en: 'Check whether the old key is still used', ja: '古いキーがまだ使用されているかを確認する' },
  step3Text: {
    en: 'Look at Last used of the old access key. One way is to wait several days and look again before you go on.',
    ja: '古いアクセスキーの [前回使用] を確認します。先に進む前に、数日間待ってからもう一度確認するという方法があります。',
  },
  step3Quiet: {
    en: 'The old access key has not been used since the new one was created.',
    ja: '新しいキーの作成後、古いアクセスキーは使用されていません。',
  },
  step3Used: {
    en: 'The old access key was used after the new one was created: something may still have to be updated.',
    ja: '新しいキーの作成後に、古いアクセスキーが使用されています。まだ更新が必要なものがある可能性があります。',
  },
  step3Unknown: {
    en: 'You may not see when it was last used. Find out otherwise before you go on.',
    ja: '前回使用の日時を表示する許可がありません。先に進む前に、別の方法で確認してください。',
  },
  rescued: {
    en: 'The old access key is active again. Update the applications that still use it (step 2), then check its last use again.',
    ja: '古いアクセスキーを再び有効にしました。まだ使用しているアプリケーションを更新し (ステップ 2)、前回使用をもう一度確認してください。',
  },
  step4: { en: 'Deactivate the old key', ja: '古いキーを無効化する' },
  step4Text: {
    en: 'Even if the old access key seems unused, do not delete it yet. Deactivate it first: that can be taken back.',
    ja: '古いキーが使用されていないように見えても、すぐには削除しないことをお勧めします。まず無効化します。無効化は元に戻せます。',
  },
  newNeverUsed: {
    en: 'The new access key has never been used. What still uses the old one will stop.',
    ja: '新しいアクセスキーは一度も使用されていません。古いキーを使用しているものは停止します。',
  },
  oldUsedLately: {
    en: 'The old access key was used after the new one was created. What still uses it will stop.',
    ja: '新しいキーの作成後に、古いアクセスキーが使用されています。使用しているものは停止します。',
  },
  step5: {
    en: 'Verify that everything works with the new key only',
    ja: '新しいキーだけですべてが機能することを確認する',
  },
  step5Text: {
    en: 'What still uses the old access key does not work now. If you find such an application, activate the old key again; you then return to step 3 to update it.',
    ja: '古いアクセスキーをまだ使用しているものは、この時点で機能が停止します。そのようなアプリケーションを見つけた場合は、古いキーを再度有効にします。その後ステップ 3 に戻り、新しいキーを使用するように更新します。',
  },
  step5Never: {
    en: 'The new access key has never been used. If something needs the old one, activate it again.',
    ja: '新しいアクセスキーは一度も使用されていません。古いキーを必要とするものがある場合は、再度有効にしてください。',
  },
  step5Since: {
    en: 'Since when the old access key is inactive is not recorded here yet.',
    ja: '古いアクセスキーがいつから無効であるかは、まだここには記録されていません。',
  },
  step6: { en: 'Delete the old key', ja: '古いキーを削除する' },
  step6Text: {
    en: 'After some time, when you are sure that all applications and tools have been updated, delete the old access key.',
    ja: '一定期間待機して、すべてのアプリケーションとツールが更新されていることを確認した後、古いアクセスキーを削除できます。',
  },

  none: { en: 'There is no access key to rotate.', ja: '更新するアクセスキーがありません。' },
  crowded: {
    en: 'Both places are taken: one key must go first',
    ja: '2 つの枠が使用中です。先に 1 つを削除してください',
  },
  crowdedText: {
    en: 'A rotation needs a free place for the new key. {id} must go first: {why} Make sure that it is not used, then delete it; the rotation then begins with {other}.',
    ja: '更新するには、新しいキーのための枠が必要です。先に削除するのは {id} です。{why}使用されていないことを確認して削除すると、{other} の更新を開始できます。',
  },
  whyInactive: { en: 'it is inactive.', ja: 'このキーは無効です。' },
  whyNever: { en: 'it was never used.', ja: 'このキーは一度も使用されていません。' },
  whyQuiet: { en: 'it has not been used for longer.', ja: 'もう一方のキーより長く使用されていません。' },
  whyOlder: { en: 'it is the older one.', ja: 'このキーのほうが古いためです。' },
  orActivate: {
    en: 'Or, if {id} is to be the new key, activate it, and the rotation goes on with it.',
    ja: '{id} を新しいキーとして使用する場合は、有効化すると、そのキーで更新を続けられます。',
  },
  finished: { en: 'The rotation is finished', ja: '更新が完了しました' },
  finishedText: {
    en: '{oldId} was deleted. {newId} is the access key that is left.',
    ja: '{oldId} を削除しました。残っているアクセスキーは {newId} です。',
  },
  withCli: { en: 'The same steps with the AWS CLI', ja: '同じ手順を AWS CLI で行う' },
  withApi: { en: 'The same steps with the AWS API', ja: '同じ手順を AWS API で行う' },
  commandOf: { en: 'command of step {step}', ja: 'ステップ {step} のコマンド' },
  backToTwo: {
    en: 'If something still needs the old key, make it active again, and return to step 2 to update it.',
    ja: '古いキーを必要とするものが見つかった場合は、状態を Active に戻します。次にステップ 2 に戻り、新しいキーを使用するように更新します。',
  },
  rootTitle: {
    en: 'Root user access keys are replaced, not rotated',
    ja: 'ルートユーザーのアクセスキーは、更新ではなく置き換えます',
  },
} as const satisfies Labels
