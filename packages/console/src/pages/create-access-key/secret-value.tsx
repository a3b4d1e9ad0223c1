import './secret-value.css'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'

export interface SecretValueProps {
  readonly value: string
  readonly shown: boolean
  readonly onShow: (shown: boolean) => void
  readonly onCopied: () => void
}

/** A secret, masked until somebody asks. Hidden, it is in no attribute of the page either, so its copying is its own. */
export function SecretValue({ value, shown, onShow, onCopied }: SecretValueProps) {
  const t = useT()
  const [said, setSaid] = useState('')
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => {
        setSaid(t(labels.copied))
        onCopied()
      },
      () => setSaid(t(labels.copyFailed)),
    )
  }
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      {shown ? (
        <code translate="no" className="kw-secret">
          {value}
        </code>
      ) : (
        <span role="img" aria-label={t(labels.secretHidden)}>
          ***************
        </span>
      )}
      <Button nativeButtonAttributes={{ 'aria-pressed': shown }} onClick={() => onShow(!shown)}>
        {shown ? t(labels.hide) : t(labels.show)}
      </Button>
      <Button iconName="copy" variant="icon" ariaLabel={t(labels.copySecret)} onClick={copy} />
      <span role="status">{said}</span>
    </SpaceBetween>
  )
}
