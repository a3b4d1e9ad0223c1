import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import type { DecodedReason } from '../../parts/why/decoded-reason.ts'
import { labels as whyLabels } from '../../parts/why/labels.ts'
import { NearStatements } from '../../parts/why/near-statements.tsx'
import { reasonSentence } from '../../parts/why/sentence.ts'
import { StatementDocuments } from '../../parts/why/statement-documents.tsx'
import { useDecoded } from '../../parts/why/use-decoded.ts'
import { WaysOut } from '../../parts/why/ways-out.tsx'
import { CallContext } from './call-context.tsx'
import { Facts } from './facts.tsx'
import { labels } from './labels.ts'

/** Everything that a sealed reason says. */
export function Answer({ sealed }: { readonly sealed: string }) {
  const t = useT()
  const found = useDecoded(sealed)
  switch (found.state) {
    case 'waiting':
      return <Waiting />
    case 'undecodable':
      return <Alert type="error">{t(labels.undecodable)}</Alert>
    case 'hidden':
      return <Denied error={found.error} action="sts:DecodeAuthorizationMessage" resource="*" />
    case 'open':
      return <Explanation decoded={found.decoded} />
    default:
      return found satisfies never
  }
}

function Explanation({ decoded }: { readonly decoded: DecodedReason }) {
  const t = useT()
  const { reason, now, leftOut } = decoded
  const near = (now ?? reason).near
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" actions={<WaysOut decoded={decoded} />}>
            {t(labels.answer)}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <Box variant="p" fontSize="heading-s">
            <span className="kw-breaks">{reasonSentence(t, reason)}</span>
          </Box>
          <Facts decoded={decoded} />
          <Since decoded={decoded} />
          {(leftOut.context || leftOut.statements || leftOut.resource) && (
            <Alert type="info">{t(labels.leftOut)}</Alert>
          )}
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header variant="h2" description={reason.deciding.length > 0 && t(whyLabels.decidingText)}>
            {t(whyLabels.deciding)}
          </Header>
        }
      >
        {reason.deciding.length === 0 ? t(whyLabels.none) : <StatementDocuments statements={reason.deciding} />}
      </Container>
      {near.length > 0 && (
        <Container
          header={
            <Header variant="h2" description={t(whyLabels.nearText)}>
              {t(whyLabels.near)}
            </Header>
          }
        >
          <NearStatements statements={near} />
        </Container>
      )}
      <CallContext decoded={decoded} />
    </SpaceBetween>
  )
}

/** What has changed since the call was denied. */
function Since({ decoded: { reason, now, principalGone } }: { readonly decoded: DecodedReason }) {
  const t = useT()
  if (principalGone) return <Alert type="info">{t(labels.principalGone)}</Alert>
  if (now?.effect === 'Allow') return <Alert type="success">{t(labels.nowAllowed)}</Alert>
  if (now && (now.effect !== reason.effect || now.set !== reason.set)) {
    return <Alert type="info">{t(labels.nowOther, { sentence: reasonSentence(t, now) })}</Alert>
  }
  return null
}
