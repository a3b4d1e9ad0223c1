import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { allColumns, type ColumnId } from './columns.tsx'
import { labels } from './labels.ts'
import { pageSizes, type Preferences } from './preferences.ts'

export interface ManageColumnsProps {
  readonly preferences: Preferences
  readonly onApply: (preferences: Preferences) => void
  readonly onDiscard: () => void
}

/** The choice of columns. Closing it applies what was chosen; Esc, or a click beside it, does not. */
export function ManageColumns({ preferences, onApply, onDiscard }: ManageColumnsProps) {
  const t = useT()
  const [chosen, setChosen] = useState(preferences)
  const choose = (id: ColumnId, shown: boolean) => {
    const columns = allColumns
      .map((column) => column.id)
      .filter((one) => (one === id ? shown : chosen.columns.includes(one)))
    setChosen({ ...chosen, columns })
  }
  return (
    <Modal
      visible
      header={t(labels.manageColumns)}
      onDismiss={({ detail }) => (detail.reason === 'closeButton' ? onApply(chosen) : onDiscard())}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={() => onApply(chosen)}>
            {t(labels.close)}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="l">
        {/* No form field: its label would be a part of every check box's name. */}
        <div>
          <Box variant="awsui-key-label">{t(labels.columns)}</Box>
          <div role="group" aria-label={t(labels.columns)} className="kw-choices">
            {allColumns.map(({ id, label }) => (
              <Checkbox
                key={id}
                checked={chosen.columns.includes(id)}
                disabled={id === 'userName'}
                {...(id === 'userName' && { description: t(labels.alwaysShown) })}
                onChange={({ detail }) => choose(id, detail.checked)}
              >
                {t(label)}
              </Checkbox>
            ))}
          </div>
        </div>
        <FormField label={t(labels.pageSize)}>
          <RadioGroup
            direction="horizontal"
            value={String(chosen.pageSize)}
            items={pageSizes.map((size) => ({ value: String(size), label: t(labels.rows, { count: size }) }))}
            onChange={({ detail }) => {
              const pageSize = pageSizes.find((size) => String(size) === detail.value)
              if (pageSize) setChosen({ ...chosen, pageSize })
            }}
          />
        </FormField>
        <Checkbox
          checked={chosen.wrapLines}
          description={t(labels.wrapLinesText)}
          onChange={({ detail }) => setChosen({ ...chosen, wrapLines: detail.checked })}
        >
          {t(labels.wrapLines)}
        </Checkbox>
      </SpaceBetween>
    </Modal>
  )
}
