import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Input from '@cloudscape-design/components/input'
import { useEffect, useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'
import { readDays, type UsersFilter, type UsersQuery } from './users-address.ts'

const filters = [
  { name: 'keyOlderThanDays', label: labels.olderThan, inDays: true },
  { name: 'keyNotUsedForDays', label: labels.idleFor, inDays: true },
  { name: 'keyNeverUsed', label: labels.neverUsed, inDays: false },
  { name: 'bootstrap', label: labels.bootstrap, inDays: false },
] as const satisfies readonly { readonly name: UsersFilter; readonly label: object; readonly inDays: boolean }[]

/** The age from which the dashboard recommends to update a key. */
const daysAtFirst = 90

const isSet = (query: UsersQuery, name: UsersFilter) => query[name] !== undefined && query[name] !== false

export interface KeyFiltersProps {
  readonly query: UsersQuery
  readonly onChange: (change: Partial<UsersQuery>) => void
}

/** The button that adds a filter. */
export function AddKeyFilter({ query, onChange }: KeyFiltersProps) {
  const t = useT()
  return (
    <ButtonDropdown
      items={filters.map(({ name, label }) => ({ id: name, text: t(label), disabled: isSet(query, name) }))}
      onItemClick={({ detail }) => {
        const filter = filters.find(({ name }) => name === detail.id)
        if (filter) onChange({ [filter.name]: filter.inDays ? daysAtFirst : true })
      }}
    >
      {t(labels.addFilter)}
    </ButtonDropdown>
  )
}

/** The filters in force: each can be set and taken away. */
export function KeyFilters({ query, onChange }: KeyFiltersProps) {
  const t = useT()
  const set = filters.filter(({ name }) => isSet(query, name))
  if (set.length === 0) return null
  return (
    <ul className="kw-chips" aria-label={t(labels.filters)}>
      {set.map(({ name, label, inDays }) => (
        <li key={name} className="kw-chip">
          <span>{t(label)}</span>
          {inDays && (
            <Days label={t(label)} days={Number(query[name])} onChange={(days) => onChange({ [name]: days })} />
          )}
          <Button
            variant="icon"
            iconName="close"
            ariaLabel={t(labels.removeFilter, { filter: t(label) })}
            onClick={() => onChange({ [name]: inDays ? undefined : false })}
          />
        </li>
      ))}
    </ul>
  )
}

interface DaysProps {
  readonly label: string
  readonly days: number
  readonly onChange: (days: number) => void
}

/** A number of days that takes effect when the field is left, or by Enter. */
function Days({ label, days, onChange }: DaysProps) {
  const t = useT()
  const [typed, setTyped] = useState(String(days))
  useEffect(() => setTyped(String(days)), [days])
  const settle = () => {
    const number = readDays(typed)
    if (number === undefined) setTyped(String(days))
    else if (number !== days) onChange(number)
  }
  return (
    <>
      <div className="kw-days">
        <Input
          value={typed}
          inputMode="numeric"
          autoComplete={false}
          invalid={readDays(typed) === undefined}
          ariaLabel={t(labels.daysOf, { filter: label })}
          onChange={({ detail }) => setTyped(detail.value)}
          onBlur={settle}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter') settle()
          }}
        />
      </div>
      <span>{t(labels.days)}</span>
    </>
  )
}
