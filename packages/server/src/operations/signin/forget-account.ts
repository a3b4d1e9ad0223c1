import { step } from './step.ts'

/** The sign-in page offers nobody any more, until a user signs in again. */
export const ForgetAccount = step('ForgetAccount', {
  answer({ aside }) {
    aside.cookies.push({ name: 'remembered', value: undefined, secondsMax: undefined })
    return undefined
  },
})
