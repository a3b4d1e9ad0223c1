import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useT } from '../i18n/language-provider.tsx'
import { labels } from './labels.ts'

/** Stands where a region's content will. */
export function Waiting() {
  const t = useT()
  return <StatusIndicator type="loading">{t(labels.loading)}</StatusIndicator>
}
