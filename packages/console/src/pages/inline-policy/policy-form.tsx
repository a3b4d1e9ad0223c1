import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiError } from '../../api/api-error.ts'
import { useChange } from '../../api/use-change.ts'
import { readNow } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Page } from '../../layout/page.tsx'
import { Failure } from '../../parts/failure.tsx'
import { faultText, useFieldFaults } from '../../parts/field-fault.ts'
import { Help } from '../../parts/help.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { calls, named, type Identity } from '../../parts/permissions/identity.ts'
import type { Known } from '../../parts/permissions/use-known.ts'
import { findPolicyFault } from '../../parts/policy/find-fault.ts'
import type { SuggestedStatement } from '../../parts/policy/add-statement.ts'
import { PolicyEditor } from '../../parts/policy/policy-editor.tsx'
import { conflictOf, type Conflict, type Standing } from './before-saving.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { crumbsOf } from './crumbs.ts'
import { labels } from './labels.ts'

export interface PolicyFormProps extends Known {
  /** The document as it was read; undefined for a new policy. */
  readonly opened: string | undefined
  readonly name: string
  readonly document: string
  /** A statement that the document has been given, for the person to look at. */
  readonly suggested?: SuggestedStatement | undefined
}

/** Writes one inline policy. Just before it is saved what stands there is read again. */
export function PolicyForm(props: PolicyFormProps) {
  const { identity, path, opened: firstOpened, name: firstName, document: firstDocument, suggested } = props
  const t = useT()
  const navigate = useNavigate()
  const { kind, arn } = identity
  const { putInline, getInline } = calls[kind]
  const home = `${identity.base}?section=permissions`
  const isNew = firstOpened === undefined
  const [opened, setOpened] = useState(firstOpened)
  const [start, setStart] = useState(firstOpened ?? firstDocument)
  const [name, setName] = useState(firstName)
  const [document, setDocument] = useState(firstDocument)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const [conflict, setConflict] = useState<Conflict>()
  const [readError, setReadError] = useState<ApiError>()
  const [done, setDone] = useState(false)
  const put = useChange('iam', putInline)
  const faults = useFieldFaults(`iam:${putInline}`, put.error, tried)
  const running = useRef(false)
  const malformed = put.error?.code === 'MalformedPolicyDocument' ? put.error.message : undefined

  useEffect(() => {
    // From an effect, when the guard has been told.
    if (done) void navigate(home)
  }, [done, navigate, home])

  const write = async () => {
    const { error } = await put.run({ ...named(identity), PolicyName: name, PolicyDocument: document })
    if (error) {
      setConflict(undefined)
      return
    }
    flash({ name: 'policies', type: 'success', content: t(isNew ? labels.created : labels.saved, { name }) })
    setDone(true)
  }
  const save = async () => {
    setTried(true)
    if (faultText(t, `iam:${putInline}`, 'PolicyName', name) || findPolicyFault(document) || running.current) return
    running.current = true
    setAsking(true)
    setReadError(undefined)
    try {
      const found = conflictOf(opened, await standing(identity, name))
      if (found) setConflict(found)
      else await write()
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown
      setReadError(thrown)
    } finally {
      running.current = false
      setAsking(false)
    }
  }
  const title = t(isNew ? labels.createTitle : labels.editTitle, { name: firstName })
  return (
    <Page
      title={title}
      kind="form"
      description={t(kind === 'user' ? labels.userDescription : labels.groupDescription, { name: identity.name })}
      crumbs={crumbsOf(t, identity)}
      help={
        <Help title={t(labels.helpTitle)}>
          <p>{t(labels.helpText)}</p>
          <p>{t(labels.helpTemplates)}</p>
        </Help>
      }
    >
      <LeaveGuard when={!done && (document !== start || name !== firstName)} />
      <SpaceBetween size="l">
        {suggested && (
          <Alert type="info">{t(isNew ? labels.suggestedAlone : labels.suggestedLast, { ...suggested })}</Alert>
        )}
        {isNew && (
          <Container>
            <FormField
              label={t(labels.name)}
              constraintText={t(labels.nameText)}
              errorText={faults.of('PolicyName', name)}
            >
              <Input
                value={name}
                autoComplete={false}
                spellcheck={false}
                onChange={({ detail }) => setName(detail.value)}
              />
            </FormField>
          </Container>
        )}
        <Container header={<Header variant="h2">{t(labels.document)}</Header>}>
          <PolicyEditor
            value={document}
            onChange={setDocument}
            home={kind}
            path={path}
            refusal={malformed}
            {...(isNew && { onTemplate: (template: string) => name === '' && setName(template) })}
          />
        </Container>
        <Failure error={readError} action={`iam:${getInline}`} resource={arn} />
        {malformed === undefined && (put.error?.isDenied || faults.rest !== undefined) && (
          <Failure error={put.error} action={`iam:${putInline}`} resource={arn} />
        )}
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => void navigate(home)}>
              {t(labels.cancel)}
            </Button>
            <Button variant="primary" loading={asking || put.pending} onClick={() => void save()}>
              {t(isNew ? labels.create : labels.save)}
            </Button>
          </SpaceBetween>
        </Box>
      </SpaceBetween>
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          name={name}
          mine={document}
          pending={put.pending}
          onOverwrite={write}
          onTakeTheirs={(theirs) => {
            setOpened(theirs)
            setStart(theirs)
            setDocument(theirs)
            setConflict(undefined)
          }}
          onCancel={() => setConflict(undefined)}
        />
      )}
    </Page>
  )
}

/** What stands under the name now, whatever is kept of it. */
async function standing(identity: Identity, PolicyName: string): Promise<Standing> {
  try {
    return {
      document: (await readNow('iam', calls[identity.kind].getInline, { ...named(identity), PolicyName }))
        .PolicyDocument,
    }
  } catch (error) {
    if (error instanceof ApiError && error.code === 'NoSuchEntity') return 'absent'
    // Who may write and not read writes: AWS lets them.
    if (error instanceof ApiError && error.isDenied) return 'hidden'
    throw error
  }
}
