import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import type { Input } from '../../api/types.ts'
import { useSecret } from '../../api/use-secret.ts'
import { useTasks, type Progress, type Task as AnyTask } from '../../parts/tasks/use-tasks.ts'
import type { Draft } from './draft.ts'
import type { Task } from './tasks.ts'

interface Order {
  readonly draft: Draft
  readonly tasks: readonly (Task & AnyTask)[]
  readonly password: string
  readonly resetRequired: boolean
}

export type Creation = Progress<Task, Order>

/** Carries out the creation of a user. The password is kept for its one showing. */
export function useCreation() {
  const [password, keepPassword] = useSecret<string>()
  const creation = useTasks<Task, Order>({
    send: async (order, task) => {
      await send(order, task)
      if (task.kind === 'password') keepPassword(order.password)
    },
    madeAt: async ({ draft }) => (await call('iam', 'GetUser', { UserName: draft.name })).User.CreateDate,
  })
  return { ...creation, password }
}

function send({ draft, password, resetRequired }: Order, task: Task): Promise<unknown> {
  const UserName = draft.name
  switch (task.kind) {
    case 'user':
      return call('iam', 'CreateUser', {
        UserName,
        ...(draft.path !== '' && { Path: draft.path }),
        // With the user, not after: she is never without it, and a delegate's policy may ask for it here.
        ...(draft.boundary !== undefined && { PermissionsBoundary: draft.boundary }),
        ...(draft.tags.length > 0 && { Tags: draft.tags }),
      })
    case 'group':
      return call('iam', 'AddUserToGroup', { UserName, GroupName: task.name })
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
