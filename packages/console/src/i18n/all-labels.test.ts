import { describe, expect, it } from 'vitest'
import type { Label, Labels } from './labels.ts'
import { seed } from './seed-labels.ts'

const tables: Readonly<Record<string, Labels>> = import.meta.glob<Labels>('../**/*labels.ts', {
  eager: true,
  import: 'labels',
})
const all = Object.entries(tables).flatMap(([file, labels]) =>
  Object.entries(labels ?? {}).map(([name, label]): [string, Label] => [`${file} ${name}`, label]),
)

const forms = ({ en }: Label) => (typeof en === 'string' ? [en] : [en.one, en.other])
const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

describe('the labels of all screens', () => {
  it('are found', () => {
    expect(all.length).toBeGreaterThan(100)
  })

  it.each(all)('%s says something in both languages, about the same values', (_, label) => {
    const { ja } = label
    expect(ja.trim()).not.toBe('')
    for (const form of forms(label)) {
      expect(form.trim()).not.toBe('')
      // "Your last password" need not say that it is one.
      expect(places(ja)).toEqual(expect.arrayContaining(places(form)))
    }
    const [main = ''] = forms(label).slice(-1)
    expect(places(ja)).toEqual(places(main))
  })
})

describe('the labels of the seed', () => {
  const { entries } = Object
  it.each(entries(seed))('%s stands in the words of the seed that it names', (_, label: Label) => {
    expect(typeof label.en).toBe('string')
    expect([label.ja, label.en].some((text) => typeof text === 'string' && label.seed?.includes(text))).toBe(true)
  })

  it('stand there once each: a screen takes its own from the table', () => {
    const own = new Set<Label>(Object.values(seed))
    const copies = all.filter(([, label]) => label.seed !== undefined && !own.has(label))
    expect(copies.map(([name]) => name)).toEqual([])
  })
})
