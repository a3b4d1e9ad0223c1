import { expect, it } from 'vitest'
import { readGroupsQuery, writeGroupsQuery } from './groups-address.ts'

const read = (text: string) => readGroupsQuery(new URLSearchParams(text))

it('reads back what it wrote, and writes nothing that goes without saying', () => {
  const query = { search: '/x y&', sort: 'CreateDate', descending: true, page: 3 } as const
  expect(readGroupsQuery(writeGroupsQuery(query))).toEqual(query)
  expect(writeGroupsQuery(read('')).toString()).toBe('')
})

it('takes nothing it does not understand', () => {
  expect(read('sort=Secret&order=up&page=-1')).toEqual(read(''))
  expect(read('page=0').page).toBe(1)
})
