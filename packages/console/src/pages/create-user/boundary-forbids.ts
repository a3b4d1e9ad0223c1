import { compilePolicy, evaluate, parsePolicy, PolicyError } from '@keyward/policy'

/**
 * Whether a boundary keeps a new user from doing something to herself, with a password and no MFA device, whatever her
 * policies allow. A document that cannot be judged here is not held against her.
 */
export function boundaryForbids(document: string, action: string, userArn: string): boolean {
  try {
    const everything = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
    })
    const [identity, boundary] = [everything, document].map((text) => [
      compilePolicy(parsePolicy(text, 'identity-managed')),
    ])
    if (!identity || !boundary) return false
    const context = new Map([
      ['aws:username', userArn.slice(userArn.lastIndexOf('/') + 1)],
      ['aws:multifactorauthpresent', 'false'],
    ])
    return evaluate({ identity, boundary }, { action, resource: userArn, context }).effect !== 'Allow'
  } catch (error) {
    if (error instanceof PolicyError) return false
    throw error
  }
}
