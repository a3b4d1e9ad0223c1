export interface ProfileOf {
  /** The name of the profile: the user's, or `root`. */
  readonly name: string
  readonly accessKeyId: string
  /** Only while it is shown. */
  readonly secretAccessKey?: string | undefined
  /** Where the API answers, as the server itself says. */
  readonly endpoint: string
  /** Any would do for the server; the tools insist on one. */
  readonly region: string
}

/** A profile for ~/.aws/config. A key alone does not say which server it belongs to; this does. */
export function profileText({ name, accessKeyId, secretAccessKey, endpoint, region }: ProfileOf): string {
  const secret =
    secretAccessKey === undefined ? '# aws_secret_access_key = …' : `aws_secret_access_key = ${secretAccessKey}`
  return [
    `[profile ${name}]`,
    `aws_access_key_id = ${accessKeyId}`,
    secret,
    `region = ${region}`,
    `endpoint_url = ${endpoint}`,
    '',
  ].join('\n')
}

/** A first call with that profile, for tools that do not read endpoint_url from it. */
export function tryCommand(name: string, endpoint: string): string {
  return `aws sts get-caller-identity --profile ${shellWord(name)} --endpoint-url ${endpoint}`
}

/** The names of users hold nothing but letters of no meaning to a shell, = and ~ at their front apart. */
function shellWord(name: string): string {
  return /^\w[\w+,.@-]*$/.test(name) ? name : `'${name}'`
}
