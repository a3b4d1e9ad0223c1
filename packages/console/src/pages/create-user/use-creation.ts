import { useCallback, useRef, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import type { Input } from '../../api/types.ts'
import { useSecret } from '../../api/use-secret.ts'
import { markStale } from '../../api/use-read.ts'
import type { Draft } from './draft.ts'
import type { Task } from './tasks.ts'

interface Order {
  readonly draft: Draft
  readonly tasks: readonly Task[]
  readonly password: string
  readonly resetRequired: boolean
}

/** Where a creation stands. */
export interface Progress {
  /** By the key of the task. */
  readonly done: ReadonlySet<string>
  readonly running: string | undefined
  readonly failed: { readonly task: Task; readonly error: ApiError; readonly draft: Draft } | undefined
  /** The answer to CreateUser was lost, and this user has the name now. */
  readonly found: { readonly at: number } | undefined
}

const nothing: Progress = { done: new Set(), running: undefined, failed: undefined, found: undefined }

/** Carries out the tasks of a creation one after the other, each once. It stops at the first refusal and can go on there. */
export function useCreation() {
  const [progress, setProgress] = useState(nothing)
  const [password, keepPassword] = useSecret<string>()
  const running = useRef(false)
  const done = useRef(new Set<string>())

  const run = useCallback(
    async (order: Order): Promise<'finished' | 'stopped'> => {
      if (running.current) return 'stopped'
      running.current = true
      const show = (now: Partial<Progress>) => setProgress({ ...nothing, done: new Set(done.current), ...now })
      try {
        for (const task of order.tasks) {
          if (done.current.has(task.key)) continue
          show({ running: task.key })
          const error = await attempt(order, task)
          if (error) {
            const found = task.kind === 'user' && error.isUncertain ? await whoHas(order.draft.name) : undefined
            show({ failed: { task, error, draft: order.draft }, found })
            return 'stopped'
          }
          done.current.add(task.key)
          if (task.kind === 'password') keepPassword(order.password)
        }
        show({})
        return 'finished'
      } finally {
        running.current = false
      }
    },
    [keepPassword],
  )
  /** The person has looked at the user that was found, and takes it for her own. */
  const adopt = useCallback(() => {
    done.current.add('user')
    setProgress({ ...nothing, done: new Set(done.current) })
  }, [])
  return { progress, password, run, adopt }
}

async function attempt(order: Order, task: Task): Promise<ApiError | undefined> {
  try {
    await send(order, task)
    return undefined
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  } finally {
    markStale('iam', operations[task.kind])
  }
}

const operations = {
  user: 'CreateUser',
  password: 'CreateLoginProfile',
  attach: 'AttachUserPolicy',
  inline: 'PutUserPolicy',
} as const

function send({ draft, password, resetRequired }: Order, task: Task): Promise<unknown> {
  const UserName = draft.name
  switch (task.kind) {
    case 'user':
      return call('iam', 'CreateUser', {
        UserName,
        ...(draft.path !== '' && { Path: draft.path }),
        ...(draft.tags.length > 0 && { Tags: draft.tags }),
      })
    case 'password':
      return setFirstPassword({ UserName, Password: password, PasswordResetRequired: resetRequired })
    case 'attach':
      return call('iam', 'AttachUserPolicy', { UserName, PolicyArn: task.arn })
    case 'inline':
      return call('iam', 'PutUserPolicy', { UserName, PolicyName: task.name, PolicyDocument: task.document })
    default:
      return task satisfies never
  }
}

/** A password that is there already is that of a call whose answer was lost: the user is new, and ours. */
async function setFirstPassword(profile: Input<'iam', 'CreateLoginProfile'> & { readonly UserName: string }) {
  try {
    await call('iam', 'CreateLoginProfile', profile)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'EntityAlreadyExists') throw error
    await call('iam', 'UpdateLoginProfile', profile)
  }
}

/** When the user who has the name was created; undefined where there is none, or nobody can say. */
async function whoHas(UserName: string): Promise<Progress['found']> {
  try {
    return { at: (await call('iam', 'GetUser', { UserName })).User.CreateDate }
  } catch {
    return undefined
  }
}
