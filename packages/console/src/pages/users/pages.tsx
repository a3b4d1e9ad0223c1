import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'
import { writeUsersQuery, type UsersQuery } from './users-address.ts'

export interface PagesProps {
  readonly query: UsersQuery
  readonly pageSize: number
  readonly shown: number
  readonly total: number
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined
  readonly waiting: boolean
  readonly onTurn: (page: number, marker: string | undefined) => void
}

/**
 * Which rows of how many, and the way to those before and after. The server knows the next page only; where the pages behind
 * us began is remembered here. Opened in the middle, by a link, the way back leads to the first page.
 */
export function Pages({ query, pageSize, shown, total, next, waiting, onTurn }: PagesProps) {
  const t = useT()
  const beginnings = useRef(new Map<string, string | undefined>())
  const list = writeUsersQuery({ ...query, page: 1, marker: undefined }).toString()
  const keyOf = (page: number) => `${pageSize} ${page} ${list}`
  useEffect(() => {
    beginnings.current.set(keyOf(query.page), query.marker)
  })
  const turn = (page: number) => {
    const marker = page > query.page ? next : beginnings.current.get(keyOf(page))
    onTurn(marker === undefined ? 1 : page, marker)
  }
  const first = (query.page - 1) * pageSize + 1
  const last = next === undefined ? Math.max(total, first + shown - 1) : first + shown - 1
  return (
    <div role="group" aria-label={t(labels.pages)}>
      <SpaceBetween direction="horizontal" size="xxs" alignItems="center">
        <Box color="text-body-secondary">{t(labels.range, { first, last, total })}</Box>
        <Button
          variant="icon"
          iconName="angle-left"
          ariaLabel={t(labels.previousPage)}
          disabled={query.page === 1}
          onClick={() => turn(query.page - 1)}
        />
        <Box>
          <span aria-current="page" aria-label={t(labels.page, { page: query.page })}>
            {query.page}
          </span>
        </Box>
        <Button
          variant="icon"
          iconName="angle-right"
          ariaLabel={t(labels.nextPage)}
          disabled={next === undefined || waiting}
          onClick={() => turn(query.page + 1)}
        />
      </SpaceBetween>
    </div>
  )
}
