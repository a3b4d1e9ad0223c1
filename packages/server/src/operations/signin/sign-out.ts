import { consoleLogout } from '../../audit/sign-in-event.ts'
import { sessionOf } from '../../authn/console-session.ts'
import { principalOf } from '../../authn/find-caller.ts'
import { step } from './step.ts'

/** Ends the session the page was opened in, and no other: a page of an earlier one is told that it changed. Whom to offer stays. */
export const SignOut = step('SignOut', {
  check({ browser, view }) {
    sessionOf(browser, view)
  },

  async run({ browser, facts, aside, store, settle }) {
    const { id, principal } = await settle((view) => {
      const session = sessionOf(browser, view)
      return { id: session.id, principal: principalOf(session, view) }
    })
    await store.consoleSessions.delete(id)
    aside.cookies.push({ name: 'session', value: undefined, secondsMax: undefined })
    // What the browser kept of the pages goes; "cookies" would take the device's, and those of another port.
    aside.headers.push('Clear-Site-Data', '"cache"')
    aside.events.push(consoleLogout(principal, facts))
    return undefined
  },
})
