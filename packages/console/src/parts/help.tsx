import HelpPanel from '@cloudscape-design/components/help-panel'
import type { ReactNode } from 'react'

export interface HelpProps {
  readonly title: string
  readonly children: ReactNode
  /** Below a line: where to read on. */
  readonly footer?: ReactNode
}

/** The text beside a page, opened by the help button. Give it to <Page help>. */
export function Help({ title, children, footer }: HelpProps) {
  return (
    <HelpPanel header={<h2>{title}</h2>} footer={footer}>
      {children}
    </HelpPanel>
  )
}
