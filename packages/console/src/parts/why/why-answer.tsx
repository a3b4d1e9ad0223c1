import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { Copy } from '../copy.tsx'
import { Waiting } from '../waiting.tsx'
import type { DecodedReason } from './decoded-reason.ts'
import { labels } from './labels.ts'
import { messageAddress } from './message-address.ts'
import { reasonSentence } from './sentence.ts'
import { useDecoded } from './use-decoded.ts'
import { WaysOut } from './ways-out.tsx'

/** The reason of one denial: in a sentence for who may open it, and sealed for everybody else. */
export default function WhyAnswer({ sealed }: { readonly sealed: string }) {
  const t = useT()
  const found = useDecoded(sealed)
  switch (found.state) {
    case 'waiting':
      return <Waiting />
    case 'undecodable':
      return t(labels.undecodable)
    case 'hidden':
      return <SealedReason sealed={sealed} />
    case 'open':
      return <OpenReason sealed={sealed} decoded={found.decoded} />
    default:
      return found satisfies never
  }
}

function OpenReason({ sealed, decoded }: { readonly sealed: string; readonly decoded: DecodedReason }) {
  const t = useT()
  const navigate = useNavigate()
  return (
    <SpaceBetween size="xs">
      <div className="kw-breaks">{reasonSentence(t, decoded.reason)}</div>
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={() => void navigate(messageAddress, { state: { sealed } })}>
          {t(labels.wholeExplanation)}
        </Button>
        <WaysOut decoded={decoded} />
      </SpaceBetween>
    </SpaceBetween>
  )
}

function SealedReason({ sealed }: { readonly sealed: string }) {
  const t = useT()
  return (
    <SpaceBetween size="xs">
      <div>{t(labels.ask)}</div>
      <div className="kw-breaks">{t(labels.askPlace, { address: location.origin + messageAddress })}</div>
      <Textarea readOnly rows={4} value={sealed} ariaLabel={t(labels.sealed)} spellcheck={false} />
      <Copy text={sealed}>{t(labels.copySealed)}</Copy>
    </SpaceBetween>
  )
}
