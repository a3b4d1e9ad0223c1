import Box from '@cloudscape-design/components/box'
import type { ApiError } from '../../api/api-error.ts'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { isOfAws } from '../../parts/permissions/identity.ts'
import { Tags } from '../../parts/tags/tags.tsx'
import { labels } from './labels.ts'
import type { ManagedPolicy } from './use-policy.ts'

export interface PolicyTagsProps {
  readonly arn: string
  readonly policy: ManagedPolicy | undefined
  readonly error: ApiError | undefined
}

/** A policy's tags. They come with the policy: whoever may read it may read them. */
export function PolicyTags({ arn, policy, error }: PolicyTagsProps) {
  const t = useT()
  const put = useChange('iam', 'TagPolicy')
  const remove = useChange('iam', 'UntagPolicy')
  if (isOfAws(arn)) return <Box>{t(labels.noAwsTags)}</Box>
  return (
    <Tags
      arn={arn}
      tags={policy?.Tags ?? []}
      known={policy !== undefined}
      text={t(labels.tagsText)}
      none={t(labels.noTagsText)}
      tagging={{
        read: { action: 'iam:GetPolicy', error },
        put: { ...put, action: 'iam:TagPolicy', run: (tag) => put.run({ PolicyArn: arn, Tags: [tag] }) },
        remove: { ...remove, action: 'iam:UntagPolicy', run: (key) => remove.run({ PolicyArn: arn, TagKeys: [key] }) },
      }}
    />
  )
}
