import CloudscapeTextFilter, { type TextFilterProps } from '@cloudscape-design/components/text-filter'
import { useT } from '../i18n/language-provider.tsx'
import { labels } from './labels.ts'

export interface OurTextFilterProps extends Omit<
  TextFilterProps,
  'filteringAriaLabel' | 'filteringClearAriaLabel' | 'countText'
> {
  readonly label: string
  /** How many were found, said aloud while something is typed. */
  readonly count?: number | undefined
}

/** The search box above a list, with the words that Cloudscape has in no language. */
export function TextFilter({ label, count, ...props }: OurTextFilterProps) {
  const t = useT()
  return (
    <CloudscapeTextFilter
      {...props}
      filteringPlaceholder={props.filteringPlaceholder ?? label}
      filteringAriaLabel={label}
      filteringClearAriaLabel={t(labels.clearFilter)}
      countText={count === undefined || props.filteringText === '' ? '' : t(labels.matches, { count })}
    />
  )
}
