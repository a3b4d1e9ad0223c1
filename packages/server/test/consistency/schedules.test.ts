import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { groupSchedules } from './group-schedules.ts'
import { PostgresRig } from './rig.ts'
import { schedules } from './schedules.ts'

let rig: PostgresRig
beforeAll(async () => void (rig = await PostgresRig.open(inject('postgresUrl'))))
afterAll(() => rig.close())

describe.each([...schedules, ...groupSchedules])('$name', ({ play, flaw, caught }) => {
  it('and every answer belongs to one state, none of them stale', async () => {
    await rig.renew()
    await play(rig)
    expect(await rig.violations()).toEqual([])
  })

  it('and the checker catches a house without the rule', async () => {
    await rig.renew(flaw)
    await play(rig)
    expect(await rig.violations()).toContainEqual(expect.stringMatching(caught))
  })
})
