import { useNow } from '../i18n/clock.ts'
import { useLanguage } from '../i18n/language-provider.tsx'
import { absoluteTime, when } from '../i18n/when.ts'

/** "4 days ago", with the whole time on pointing at it. */
export function Time({ at }: { readonly at: number }) {
  const { language } = useLanguage()
  const now = useNow()
  return (
    <time dateTime={new Date(at).toISOString()} title={absoluteTime(at, language)}>
      {when(at, now, language)}
    </time>
  )
}
