import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import { LinkButton } from '../link.tsx'
import { userIdentity } from '../permissions/identity.ts'
import { AddStatement } from './add-statement.tsx'
import type { DecodedReason } from './decoded-reason.ts'
import { labels } from './labels.ts'
import { simulationOf, suggestedFor } from './suggested.ts'

/** Where one goes from a reason: to the simulator, and to where it can be mended. */
export function WaysOut({ decoded }: { readonly decoded: DecodedReason }) {
  const t = useT()
  const { reason, now, principal } = decoded
  const { name } = principal
  const simulation = simulationOf(decoded)
  const suggested = suggestedFor(decoded)
  const { effect, set } = now ?? reason
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {simulation !== undefined && <LinkButton href={simulation}>{t(labels.simulate)}</LinkButton>}
      {suggested && name !== undefined && <AddStatement userName={name} suggested={suggested} />}
      {effect === 'ImplicitDeny' && set === 'boundary' && name !== undefined && (
        <LinkButton href={`${userIdentity('', name).base}?section=permissions`}>{t(labels.toBoundary)}</LinkButton>
      )}
    </SpaceBetween>
  )
}
