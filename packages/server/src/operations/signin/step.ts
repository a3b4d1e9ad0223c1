import { nothing } from '../../authz/requirement.ts'
import type { Browser } from '../../domain/browser.ts'
import type { CallFacts } from '../../domain/caller.ts'
import type { SigninOperations } from '../../protocol/types/signin.ts'
import { operation, type Definition, type Operation, type Shapes } from '../operation.ts'

type StepName = keyof SigninOperations

/** What an operation gets, for a step: there is a browser, and nobody yet who calls. */
type Asked<Context> = Omit<Context, 'caller' | 'target'> & { readonly browser: Browser }

type Whole<Name extends StepName, Prepared> = Required<Definition<SigninOperations[Name] & Shapes, undefined, Prepared>>

type Part<Name extends StepName, Prepared, Kind extends 'answer' | 'prepare' | 'run'> = (
  asked: Asked<Parameters<Whole<Name, Prepared>[Kind]>[0]>,
) => ReturnType<Whole<Name, Prepared>[Kind]>

interface Step<Name extends StepName, Prepared> {
  /** Refuses what may not go on, in both judgements. */
  check?(asked: Asked<Parameters<Whole<Name, Prepared>['requires']>[0]>): void
  answer?: Part<Name, Prepared, 'answer'>
  prepare?: Part<Name, Prepared, 'prepare'>
  run?: Part<Name, Prepared, 'run'>
}

/** A step of signing in or out: an operation that nobody has to be known for, called from a page of the console alone. */
export function step<Name extends StepName, Prepared = undefined>(
  name: Name,
  { check, answer, prepare, run }: Step<Name, Prepared>,
): Operation {
  return operation<'signin', Name, undefined, Prepared>('signin', name, {
    access: answer === undefined ? 'Write' : 'Read',
    requires(judging) {
      check?.(asked(judging))
      return nothing
    },
    ...(answer && { answer: (reading) => answer(asked(reading)) }),
    ...(prepare && { prepare: (preparing) => prepare(asked(preparing)) }),
    ...(run && { run: (changing) => run(asked(changing)) }),
  })
}

function asked<Context extends { readonly facts: CallFacts }>(
  context: Context,
): Context & { readonly browser: Browser } {
  const { browser } = context.facts
  if (browser === undefined) throw new Error('a step of signing in was called by something that is no page')
  return { ...context, browser }
}
