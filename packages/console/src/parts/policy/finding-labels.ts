/** What each finding says in Japanese; `{found}` is what stands at its place. The English sentences are the package's. */
export const findingLabels: Readonly<Record<string, string>> = {
  MalformedPolicyDocument: 'サーバーはこのポリシーを受け付けません。{found}',
}
