import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { useT } from '../i18n/language-provider.tsx'
import { labels } from './labels.ts'

export interface LeaveGuardProps {
  /** Whether something would be lost. */
  readonly when: boolean
  readonly title?: string
  readonly text?: string
}

/** Asks before a link, Back or the tab's end takes away what was typed, or a secret that is shown once. */
export function LeaveGuard({ when, title, text }: LeaveGuardProps) {
  const t = useT()
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    return when && currentLocation.pathname !== nextLocation.pathname
  })
  useEffect(() => {
    if (!when) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [when])
  if (blocker.state !== 'blocked') return null
  return (
    <Modal
      visible
      header={title ?? t(labels.leaveTitle)}
      onDismiss={() => blocker.reset()}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => blocker.proceed()}>
              {t(labels.leave)}
            </Button>
            <Button variant="primary" onClick={() => blocker.reset()}>
              {t(labels.stay)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {text ?? t(labels.leaveText)}
    </Modal>
  )
}
