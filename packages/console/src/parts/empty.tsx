import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'

export interface EmptyProps {
  readonly title: string
  readonly text?: string
  /** What leads on. */
  readonly children?: ReactNode
}

/** Stands in place of rows. */
export function Empty({ title, text, children }: EmptyProps) {
  return (
    <Box textAlign="center" padding={{ vertical: 'l' }}>
      <SpaceBetween size="s">
        <Box variant="strong">{title}</Box>
        {text !== undefined && <Box color="text-body-secondary">{text}</Box>}
        {children}
      </SpaceBetween>
    </Box>
  )
}
