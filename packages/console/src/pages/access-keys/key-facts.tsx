import Box from '@cloudscape-design/components/box'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useNow } from '../../i18n/clock.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { daysSince, daysUpTo } from '../../i18n/when.ts'
import { Time } from '../../parts/time.tsx'
import { isOld, type Key } from './key.ts'
import { labels } from './labels.ts'

export function KeyStatus({ of: { status } }: { readonly of: Key }) {
  const t = useT()
  switch (status) {
    case 'Active':
      return <StatusIndicator type="success">{t(labels.active)}</StatusIndicator>
    case 'Inactive':
      return <StatusIndicator type="stopped">{t(labels.inactive)}</StatusIndicator>
    case 'Expired':
      return <StatusIndicator type="error">{t(labels.expired)}</StatusIndicator>
    default:
      return status satisfies never
  }
}

/** When, or that never, or a dash where it may not be read. */
export function LastUsed({ of: { use } }: { readonly of: Key }) {
  const t = useT()
  if (use === undefined) return t(labels.unknown)
  return use.at === undefined ? t(labels.never) : <Time at={use.at} />
}

/** When, by which service and in which Region, in one line. */
export function LastUse({ of: key }: { readonly of: Key }) {
  return (
    <span>
      <LastUsed of={key} />
      {key.use?.at !== undefined && ` · ${key.use.service} · ${key.use.region}`}
    </span>
  )
}

/** When it was created, how many days that is where they are not told already, and whether that is too old. */
export function Created({ of: key }: { readonly of: Key }) {
  const t = useT()
  const now = useNow()
  const days = daysSince(key.createdAt, now)
  return (
    <>
      <Time at={key.createdAt} />
      {days >= daysUpTo && (
        <Box color="text-body-secondary" fontSize="body-s">
          {t(labels.ageInDays, { count: days })}
        </Box>
      )}
      {isOld(key, now) && <StatusIndicator type="warning">{t(labels.old)}</StatusIndicator>}
    </>
  )
}

/** The same with its heading: what a dialog says before something is stopped. */
export function LastUseFact({ of: key }: { readonly of: Key }) {
  const t = useT()
  return (
    <div>
      <Box variant="awsui-key-label">{t(labels.lastUsed)}</Box>
      <LastUse of={key} />
    </div>
  )
}
