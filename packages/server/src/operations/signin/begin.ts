import { consoleSessionById } from '../../store/console-sessions.ts'
import { readRemembered } from './remembered.ts'
import { describeSession } from './session.ts'
import { step } from './step.ts'

/** [AWS] The console of IAM is one for all regions, and profiles made on it name this one. */
const region = 'us-east-1'

/** What a page asks first: where the API is, whose session this browser has, if any, and whom to offer. It says nothing of who exists. */
export const Begin = step('Begin', {
  answer({ browser, view, now, means }) {
    const session =
      browser.sessionId === undefined ? undefined : view.get(consoleSessionById, { id: browser.sessionId })
    const remembered = readRemembered(browser.remembered)
    return {
      ApiUrl: means.apiUrl,
      Region: region,
      ...(session !== undefined && now < session.endsAt && { Session: describeSession(session, view) }),
      ...(remembered !== undefined && { Remembered: remembered }),
    }
  },
})
