import { describe, expect, it } from 'vitest'
import { absoluteTime, daysSince, when } from './when.ts'

const now = Date.UTC(2026, 10, 24, 12)
const minutes = (count: number) => now - count * 60_000
const days = (count: number) => minutes(count * 24 * 60)

describe('when', () => {
  it('calls less than a minute now, either way: two clocks never agree', () => {
    expect(when(now - 59_000, now, 'en')).toBe('now')
    expect(when(now + 59_000, now, 'en')).toBe('now')
    expect(when(now, now, 'ja')).toBe('今')
  })

  it('counts whole units of the largest that fits', () => {
    expect(when(minutes(1), now, 'en')).toBe('1 minute ago')
    expect(when(minutes(119), now, 'en')).toBe('1 hour ago')
    expect(when(days(4), now, 'en')).toBe('4 days ago')
    expect(when(days(60), now, 'en')).toBe('60 days ago')
    expect(when(days(100), now, 'en')).toBe('3 months ago')
    expect(when(days(1000), now, 'en')).toBe('2 years ago')
  })

  it('speaks Japanese, and of what is to come', () => {
    expect(when(days(4), now, 'ja')).toBe('4 日前')
    expect(when(minutes(-10), now, 'en')).toBe('in 10 minutes')
  })
})

describe('absoluteTime', () => {
  it('names date, time and zone', () => {
    expect(absoluteTime(now, 'en', 'UTC')).toMatch(/^November 24, 2026 at 12:00:00\sPM UTC$/)
    expect(absoluteTime(now, 'ja', 'Asia/Tokyo')).toBe('2026年11月24日 21:00:00 JST')
  })
})

describe('daysSince', () => {
  it('counts whole days, and none below zero', () => {
    expect(daysSince(days(90) + 1, now)).toBe(89)
    expect(daysSince(days(90), now)).toBe(90)
    expect(daysSince(now + 5000, now)).toBe(0)
  })
})
