import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { procedures } from '../access-keys/help-labels.ts'
import { parseMarkdown, type Block, type Span } from './markdown.ts'

describe('parseMarkdown', () => {
  test('reads headings with their places', () => {
    expect(parseMarkdown("## Don't, ever\n### キーの 置き場所")).toEqual([
      { kind: 'heading', level: 2, id: 'dont-ever', text: "Don't, ever" },
      { kind: 'heading', level: 3, id: 'キーの-置き場所', text: 'キーの 置き場所' },
    ])
  })

  test('reads what stands in a paragraph, and leaves links out of the page as words', () => {
    expect(parseMarkdown('a **b** `c`\n[d](#d) [e](e.md)')).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { kind: 'text', text: 'a ' },
          { kind: 'strong', text: 'b' },
          { kind: 'text', text: ' ' },
          { kind: 'code', text: 'c' },
          { kind: 'text', text: ' ' },
          { kind: 'link', text: 'd', href: '#d' },
          { kind: 'text', text: ' ' },
          { kind: 'text', text: 'e' },
        ],
      },
    ])
  })

  test('keeps code in a list item with its item, to the letter', () => {
    const text = '1. **One**,\n   more\n\n   ```sh\n   aws x \\\n     --y\n   ```\n\n2. two\n\nafter'
    const [list, after] = parseMarkdown(text)
    expect(list).toMatchObject({ kind: 'list', ordered: true })
    expect(list?.kind === 'list' && list.items.map((blocks) => blocks.map(({ kind }) => kind))).toEqual([
      ['paragraph', 'code'],
      ['paragraph'],
    ])
    expect(list?.kind === 'list' && list.items[0]?.[1]).toEqual({ kind: 'code', text: 'aws x \\\n  --y' })
    expect(after).toMatchObject({ kind: 'paragraph' })
  })
})

describe.each(['en', 'ja'] as const)('the document in %s', (language) => {
  const file = language === 'en' ? 'protecting-keys.md' : 'protecting-keys.ja.md'
  const blocks = parseMarkdown(readFileSync(new URL(`../../../../../docs/${file}`, import.meta.url), 'utf8'))
  const places = blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []))

  test('is read whole: no mark of the language is left in it', () => {
    const spans = spansIn(blocks)
    expect(places.length).toBeGreaterThan(10)
    expect(spans.length).toBeGreaterThan(100)
    for (const { kind, text } of spans) if (kind !== 'code') expect(text).not.toMatch(/\*\*|`|\]\(|^#/)
  })

  test('has a place for each of its own links, and for each help panel', () => {
    const targets = spansIn(blocks).flatMap((span) => (span.kind === 'link' ? [span.href.slice(1)] : []))
    const helps = Object.values(procedures).map(({ section }) => section[language])
    for (const place of [...targets, ...helps]) expect(places).toContain(place)
  })
})

function spansIn(blocks: readonly Block[]): Span[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.spans
    return block.kind === 'list' ? block.items.flatMap(spansIn) : []
  })
}
