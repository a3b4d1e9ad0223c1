import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import { Quoted } from '../../parts/quoted.tsx'
import { apiServer } from '../../session/session-state.ts'
import { labels } from './labels.ts'
import { profileName, type Owner } from './owner.ts'
import { profileText, tryCommand } from './profile.ts'

export interface ProfileBoxProps {
  readonly owner: Owner
  readonly accessKeyId: string
  /** Only while it is shown. */
  readonly secretAccessKey?: string | undefined
}

/** What to paste so that a tool finds this server with this key. */
export function ProfileBox({ owner, accessKeyId, secretAccessKey }: ProfileBoxProps) {
  const t = useT()
  const name = profileName(owner)
  const { ApiUrl: endpoint, Region: region } = apiServer()
  return (
    <SpaceBetween size="s">
      <Box variant="p">{t(labels.profileText)}</Box>
      <Quoted text={profileText({ name, accessKeyId, secretAccessKey, endpoint, region })} what={t(labels.profile)} />
      <Box variant="p">{t(labels.olderTools)}</Box>
      <Quoted text={tryCommand(name, endpoint)} what={t(labels.command)} />
    </SpaceBetween>
  )
}
