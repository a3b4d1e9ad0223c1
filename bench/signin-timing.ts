import { Guesses } from '../packages/server/src/authn/guesses.ts'
import { expectOk, TestHouse } from '../packages/server/test/harness.ts'
import { Page } from '../packages/server/test/page.ts'
import { below, median, type Line, type Row } from './rig/line.ts'
import { settings } from './rig/settings.ts'

const Password = 'Correct-Horse-1'
const Account = '123456789012'

/** Four ways to be refused, all in the same words. */
const ways = {
  'wrong password': { Account, UserName: 'alice', Password: 'Wrong-Horse-1' },
  'no password': { Account, UserName: 'without', Password },
  'unknown user': { Account, UserName: 'nobody', Password },
  'unknown account': { Account: 'no-such-alias', UserName: 'alice', Password },
} as const
type Way = keyof typeof ways

/** Whether the time of a refused sign-in tells what was wrong: each try comes from a stranger whom no budget holds back. */
export const row: Row = {
  name: 'signin-timing',
  async run() {
    const house = await TestHouse.open()
    for (const UserName of ['alice', 'without'])
      await expectOk(house.iam(house.administrator, 'CreateUser', { UserName }))
    await expectOk(house.iam(house.administrator, 'CreateLoginProfile', { UserName: 'alice', Password }))
    const stranger = () => {
      const guesses = new Guesses({ clock: () => house.now, delay: async () => undefined })
      return new Page({ ...house.house, guesses })
    }
    const tries = Math.ceil(1_000 * settings.share)
    const taken: Record<Way, number[]> = {
      'wrong password': [],
      'no password': [],
      'unknown user': [],
      'unknown account': [],
    }
    const names = Object.keys(ways) as Way[]
    for (let i = 0; i < tries; i++) {
      // In turn, and each time another first: what the machine does meanwhile falls on all alike.
      for (let j = 0; j < names.length; j++) {
        const way = names[(i + j) % names.length] ?? 'wrong password'
        const page = stranger()
        const began = performance.now()
        const { code } = await page.call('signin', 'SignIn', { PrincipalType: 'User', ...ways[way] })
        const milliseconds = performance.now() - began
        if (code !== 'AuthenticationFailed') throw new Error(`${way}: ${code ?? 'signed in'}`)
        taken[way].push(milliseconds)
      }
    }
    await house.close()
    const medians = names.map((name) => median(taken[name]))
    const [least, most] = [Math.min(...medians), Math.max(...medians)]
    return [
      {
        what: `What a refused sign-in tells by its time: medians over ${tries} tries each, the slowest over the fastest`,
        ours: names.map((name, i) => `${name} ${(medians[i] ?? NaN).toFixed(2)} ms`).join(', '),
        other: `fastest ${least.toFixed(2)} ms`,
        value: most / least - 1,
        unit: '',
        bar: below(0.05),
      },
      await entering(),
    ]
  },
}

/** How long the right password of root takes from a fresh address, after 10,000 wrong ones from 100: the delay is a true one here. */
async function entering(): Promise<Line> {
  const house = await TestHouse.open()
  await expectOk(house.iam(house.administrator, 'CreateUser', { UserName: 'alice' }))
  await expectOk(house.iam(house.administrator, 'CreateLoginProfile', { UserName: 'alice', Password }))
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  let attacking = true
  const guesses = new Guesses({
    clock: () => house.now,
    delay: async (milliseconds) => attacking || (await wait(milliseconds)),
  })
  const pageAt = (address: string) => {
    const page = new Page({ ...house.house, guesses })
    page.sourceIp = address
    return page
  }
  const signIn = (page: Page, password: string) =>
    page.call('signin', 'SignIn', { PrincipalType: 'User', Account, UserName: 'alice', Password: password })
  for (let i = 0; i < 10_000 * settings.share; i++) await signIn(pageAt(`10.0.${i % 100}.1`), 'Wrong-Horse-1')
  attacking = false
  const seconds: number[] = []
  for (let i = 0; i < settings.rounds; i++) {
    const began = performance.now()
    const { status } = await signIn(pageAt(`203.0.${i}.1`), Password)
    if (status !== 200) throw new Error(`the right password was answered ${status}`)
    seconds.push((performance.now() - began) / 1_000)
  }
  await house.close()
  return {
    what: 'The right password from a fresh address, after 10,000 wrong ones from 100 addresses',
    ours: `${median(seconds).toFixed(2)} s`,
    other: 'of which 1 s is the delay',
    value: median(seconds),
    unit: 's',
    bar: below(2),
  }
}
