import { useT } from '../../i18n/language-provider.tsx'
import { Help } from '../../parts/help.tsx'
import { ReadOn } from '../access-keys/keys-help.tsx'
import { labels } from './labels.ts'

export function UsersHelp() {
  const t = useT()
  return (
    <Help
      title={t(labels.helpTitle)}
      footer={<ReadOn section={{ en: 'unused-keys-and-leavers', ja: '使われていないキーと退職者' }} />}
    >
      <h3>{t(labels.helpFindTitle)}</h3>
      <p>{t(labels.helpFind)}</p>
      <h3>{t(labels.helpIdsTitle)}</h3>
      <p>{t(labels.helpIds)}</p>
      <h3>{t(labels.helpAgeTitle)}</h3>
      <p>{t(labels.helpAge)}</p>
      <p>{t(labels.helpSecrets)}</p>
    </Help>
  )
}
