import { expect, it } from 'vitest'
import { pageOf, searched } from './searched.ts'

it('finds by any part of the text, in any case', () => {
  const names = ['Developers', 'Auditors']
  expect(searched(names, ' DEV ', (name) => name)).toEqual(['Developers'])
  expect(searched(names, '  ', (name) => name)).toEqual(names)
})

it('gives a page of a list, and the last one where fewer remain', () => {
  const letters = ['a', 'b', 'c', 'd', 'e']
  expect(pageOf(letters, 2, 2)).toEqual({ items: ['c', 'd'], page: 2, pages: 3 })
  expect(pageOf(letters, 9, 2)).toEqual({ items: ['e'], page: 3, pages: 3 })
  expect(pageOf([], 1, 2)).toEqual({ items: [], page: 1, pages: 1 })
})
