import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Page } from '../../layout/page.tsx'
import { Failure } from '../../parts/failure.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { findPolicyFault } from '../../parts/policy/find-fault.ts'
import { policyAddress } from '../../parts/policy/policy-address.ts'
import { PolicyEditor } from '../../parts/policy/policy-editor.tsx'
import { ConflictDialog } from '../inline-policy/conflict-dialog.tsx'
import { FullDialog } from './full-dialog.tsx'
import { labels } from './labels.ts'
import type { PolicyVersion } from './use-policy.ts'
import { readVersions, versionsMax } from './use-versions.ts'

/** The version that was read when editing began. */
export interface Opened {
  readonly version: string
  readonly document: string
}

export interface EditFormProps {
  readonly arn: string
  readonly name: string
  readonly opened: Opened
}

/** What stands between pressing Save and saving. */
type Asking =
  | { readonly kind: 'conflict'; readonly now: Opened }
  | { readonly kind: 'full'; readonly versions: readonly PolicyVersion[] }

/** Writes a new version. Just before it is saved, what is in force is read again, and the versions are counted. */
export function EditForm({ arn, name, opened: firstOpened }: EditFormProps) {
  const t = useT()
  const navigate = useNavigate()
  const [opened, setOpened] = useState(firstOpened)
  const [document, setDocument] = useState(firstOpened.document)
  const [makeDefault, setMakeDefault] = useState(true)
  const [asking, setAsking] = useState<Asking>()
  const [looking, setLooking] = useState(false)
  const [readError, setReadError] = useState<ApiError>()
  const [done, setDone] = useState(false)
  const running = useRef(false)
  const create = useChange('iam', 'CreatePolicyVersion')
  const remove = useChange('iam', 'DeletePolicyVersion')
  const home = policyAddress(arn, 'versions')
  const malformed = create.error?.code === 'MalformedPolicyDocument' ? create.error.message : undefined

  useEffect(() => {
    // From an effect, when the guard has been told.
    if (done) void navigate(home)
  }, [done, navigate, home])

  const write = async () => {
    const { output, error } = await create.run({ PolicyArn: arn, PolicyDocument: document, SetAsDefault: makeDefault })
    setAsking(undefined)
    if (error) return
    const version = output.PolicyVersion?.VersionId ?? ''
    flash({ name: 'policy', type: 'success', content: t(labels.saved, { name, version }) })
    setDone(true)
  }
  const writeOrAsk = async (versions: readonly PolicyVersion[]) => {
    if (versions.length >= versionsMax) setAsking({ kind: 'full', versions })
    else await write()
  }
  const save = async () => {
    if (findPolicyFault(document, 'identity-managed') || running.current) return
    running.current = true
    setLooking(true)
    setReadError(undefined)
    try {
      const versions = await readVersions(arn)
      const current = versions.find(({ IsDefaultVersion }) => IsDefaultVersion === true)?.VersionId
      if (makeDefault && current !== undefined && current !== opened.version) {
        const { PolicyVersion: found } = await call('iam', 'GetPolicyVersion', { PolicyArn: arn, VersionId: current })
        setAsking({ kind: 'conflict', now: { version: current, document: found?.Document ?? '' } })
      } else await writeOrAsk(versions)
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown
      // Who may write and not read writes: AWS lets them. The server counts too.
      if (thrown.isDenied) await write()
      else setReadError(thrown)
    } finally {
      running.current = false
      setLooking(false)
    }
  }
  return (
    <Page
      title={t(labels.editTitle, { name })}
      kind="form"
      description={t(labels.editText)}
      crumbs={[
        { text: t(labels.policies), href: '/iam/policies' },
        { text: name, href: policyAddress(arn) },
      ]}
    >
      <LeaveGuard when={!done && document !== opened.document} />
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{t(labels.documentTitle)}</Header>}>
          <PolicyEditor value={document} onChange={setDocument} home="managed" refusal={malformed} />
        </Container>
        <Checkbox
          checked={makeDefault}
          description={t(labels.makeDefaultText)}
          onChange={({ detail }) => setMakeDefault(detail.checked)}
        >
          {t(labels.makeDefault)}
        </Checkbox>
        <Failure error={readError} resource={arn} />
        {malformed === undefined && <Failure error={create.error} action="iam:CreatePolicyVersion" resource={arn} />}
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => void navigate(policyAddress(arn))}>
              {t(labels.cancel)}
            </Button>
            <Button variant="primary" loading={looking || create.pending} onClick={() => void save()}>
              {t(labels.save)}
            </Button>
          </SpaceBetween>
        </Box>
      </SpaceBetween>
      {asking?.kind === 'conflict' && (
        <ConflictDialog
          conflict={{ kind: 'changed', theirs: asking.now.document }}
          name={name}
          mine={document}
          pending={create.pending}
          onOverwrite={async () => writeOrAsk(await readVersions(arn))}
          onTakeTheirs={(theirs) => {
            setOpened(asking.now)
            setDocument(theirs)
            setAsking(undefined)
          }}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {asking?.kind === 'full' && (
        <FullDialog
          versions={asking.versions}
          pending={remove.pending || create.pending}
          error={remove.error}
          arn={arn}
          onChoose={async (VersionId) => {
            const { error } = await remove.run({ PolicyArn: arn, VersionId })
            if (!error || error.code === 'NoSuchEntity') await write()
          }}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </Page>
  )
}
