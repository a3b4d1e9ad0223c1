import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useT } from '../../i18n/language-provider.tsx'
import { Copyable } from '../../parts/copy.tsx'
import { Created, KeyStatus, LastUse } from '../access-keys/key-facts.tsx'
import type { Key } from '../access-keys/key.ts'
import { labels as keyLabels } from '../access-keys/labels.ts'

export interface KeySummaryProps {
  readonly title: string
  readonly of: Key
  readonly description: string | undefined
}

/** A key in one row: what tells it from the other one. */
export function KeySummary({ title, of: key, description }: KeySummaryProps) {
  const t = useT()
  return (
    <KeyValuePairs
      columns={3}
      minColumnWidth={220}
      items={[
        {
          label: title,
          value: (
            <>
              <Copyable text={key.id} />
              <KeyStatus of={key} />
              {description !== undefined && description !== '' && <div>{description}</div>}
            </>
          ),
        },
        { label: t(keyLabels.created), value: <Created of={key} /> },
        { label: t(keyLabels.lastUsed), value: <LastUse of={key} /> },
      ]}
    />
  )
}
