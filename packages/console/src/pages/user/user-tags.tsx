import type { ApiError } from '../../api/api-error.ts'
import type { Output } from '../../api/types.ts'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Tags } from '../../parts/tags/tags.tsx'
import { labels } from './labels.ts'

export interface UserTagsProps {
  readonly name: string
  readonly arn: string
  /** Undefined where the user could not be read, and why. */
  readonly user: Output<'iam', 'GetUser'>['User'] | undefined
  readonly error: ApiError | undefined
}

/** A user's tags. They come with the user: whoever may read her may read them. */
export function UserTags({ name, arn, user, error }: UserTagsProps) {
  const t = useT()
  const put = useChange('iam', 'TagUser')
  const remove = useChange('iam', 'UntagUser')
  return (
    <Tags
      arn={arn}
      tags={user?.Tags ?? []}
      known={user !== undefined}
      text={t(labels.tagsText)}
      none={t(labels.noTagsText)}
      tagging={{
        read: { action: 'iam:GetUser', error },
        put: { ...put, action: 'iam:TagUser', run: (tag) => put.run({ UserName: name, Tags: [tag] }) },
        remove: { ...remove, action: 'iam:UntagUser', run: (key) => remove.run({ UserName: name, TagKeys: [key] }) },
      }}
    />
  )
}
