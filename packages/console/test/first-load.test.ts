import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const dist = new URL('../dist/', import.meta.url)
const assets = readdirSync(new URL('assets/', dist))
const page = readFileSync(new URL('index.html', dist), 'utf8')
const bytes = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + statSync(new URL(`assets/${name}.br`, dist)).size, 0)

/** What the page names; the texts of one language come with it. */
const named = [...page.matchAll(/\/assets\/([\w.-]+\.(?:js|css))/g)].map(([, name = '']) => name)
const texts = assets.filter((name) => /^all\.ja-.*\.js$/.test(name))

describe('before sign-in', () => {
  it('at most 200 KB of script arrive, compressed', () => {
    expect(texts).toHaveLength(1)
    expect(bytes([...named.filter((name) => name.endsWith('.js')), ...texts])).toBeLessThan(200_000)
  })

  it('at most 60 KB of styles arrive, compressed', () => {
    expect(bytes(named.filter((name) => name.endsWith('.css')))).toBeLessThan(60_000)
  })

  it('nothing of the pages behind it is named', () => {
    expect(named.filter((name) => !/^(start|first|rolldown-runtime|index)-/.test(name))).toEqual([])
  })

  it('no font comes inline, and no script or style stands in the page', () => {
    const styles = assets.filter((name) => name.endsWith('.css'))
    for (const name of styles) {
      expect(readFileSync(new URL(`assets/${name}`, dist), 'utf8')).not.toMatch(/@font-face|url\(data:font/)
    }
    expect(page).not.toMatch(/<style|<script(?![^>]* src=)| style="| on\w+="/)
  })
})
