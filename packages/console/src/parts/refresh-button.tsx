import Button from '@cloudscape-design/components/button'
import { useT } from '../i18n/language-provider.tsx'
import { labels } from './labels.ts'

export interface RefreshButtonProps {
  /** What is asked again. */
  readonly read: { readonly loading: boolean; readonly pending: boolean; readonly refresh: () => void }
}

/** Asks a list again; while it is asked, it shows so. */
export function RefreshButton({ read: { loading, pending, refresh } }: RefreshButtonProps) {
  return (
    <Button iconName="refresh" ariaLabel={useT()(labels.refresh)} loading={loading && !pending} onClick={refresh} />
  )
}
