import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../i18n/language-provider.tsx'
import { seed } from '../i18n/seed-labels.ts'
import { LinkButton } from './link.tsx'
import { RefreshButton, type RefreshButtonProps } from './refresh-button.tsx'

export interface ListHeaderProps extends RefreshButtonProps {
  /** With how many there are, where that is known. */
  readonly title: string
  readonly description: string
  /** Why the row that is selected cannot be deleted, or that none is; undefined where it can. */
  readonly undeletable: string | undefined
  readonly onDelete: () => void
  readonly create: { readonly href: string; readonly text: string }
}

/** The head of a page that is one list: what it lists, and what can be done with it. */
export function ListHeader({ title, description, read, undeletable, onDelete, create }: ListHeaderProps) {
  const t = useT()
  return (
    <Header
      variant="awsui-h1-sticky"
      description={description}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <RefreshButton read={read} />
          <Button
            disabled={undeletable !== undefined}
            {...(undeletable !== undefined && { disabledReason: undeletable })}
            onClick={onDelete}
          >
            {t(seed.delete)}
          </Button>
          <LinkButton variant="primary" href={create.href}>
            {create.text}
          </LinkButton>
        </SpaceBetween>
      }
    >
      {title}
    </Header>
  )
}
