import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { indentOnInput } from '@codemirror/language'
import { lintGutter, nextDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { EditorState, Prec } from '@codemirror/state'
import { EditorView, keymap, tooltips } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { policyCompletion } from './completion.ts'
import { jsonLook, named, shadowOf } from './editor-look.ts'
import { accessLevels, labels } from './labels.ts'
import type { Mark } from './marks.ts'

export interface EditorProps {
  readonly value: string
  readonly label: string
  /** Another number sets the text to `value` anew: a template was chosen, a document was read. */
  readonly generation: number
  /** What is said of a text; of another one it says nothing. */
  readonly marked: { readonly text: string; readonly marks: readonly Mark[] }
  /** Where to go; another object goes there again. */
  readonly goTo: Pick<Mark, 'from' | 'to'> | undefined
  readonly accountId: string
  readonly onChange: (value: string) => void
}

/**
 * CodeMirror, in a shadow root. Tab takes what is offered while something is, and goes through what is to be filled in;
 * Escape ends both, and then Tab leaves, as it leaves every other field. Indentation is by Enter and by Ctrl and a bracket.
 */
export default function Editor({ value, label, generation, marked, goTo, accountId, onChange }: EditorProps) {
  const t = useT()
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const changed = useRef(onChange)
  useEffect(() => {
    changed.current = onChange
  })

  useEffect(() => {
    if (!host.current) return undefined
    const shadow = shadowOf(host.current)
    const source = policyCompletion(accountId, {
      accessLevels: {
        List: t(accessLevels.List),
        Read: t(accessLevels.Read),
        Write: t(accessLevels.Write),
        Tagging: t(accessLevels.Tagging),
        'Permissions management': t(accessLevels.Permissions),
      },
      everyAction: t(labels.everyAction),
      severalActions: t(labels.severalActions),
      everyResource: t(labels.everyResource),
    })
    const editor = new EditorView({
      root: shadow,
      parent: shadow,
      state: EditorState.create({
        doc: value,
        extensions: [
          named(label),
          jsonLook,
          lintGutter(),
          history(),
          indentOnInput(),
          closeBrackets(),
          autocompletion({ override: [source], icons: false, activateOnTypingDelay: 50 }),
          tooltips({ position: 'fixed' }),
          EditorState.phrases.of({ Completions: t(labels.completions), Diagnostics: t(labels.findings) }),
          Prec.high(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
          keymap.of([{ key: 'F8', run: nextDiagnostic }, ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.theme({ '.cm-content, .cm-gutter': { minHeight: '300px' } }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed.current(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = editor
    return () => {
      view.current = undefined
      editor.destroy()
    }
    // `value` is what it begins with; from then on the text is the editor's own.
  }, [label, generation, accountId, t])

  useEffect(() => {
    const editor = view.current
    // While somebody types, the marks move along with the text: they are set anew when it has been judged.
    if (editor?.state.doc.toString() !== marked.text) return
    editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(marked.marks)))
  }, [marked, generation])

  useEffect(() => {
    const editor = view.current
    if (!editor || !goTo) return
    const length = editor.state.doc.length
    const [anchor, head] = [Math.min(goTo.from, length), Math.min(goTo.to, length)]
    editor.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
    editor.focus()
  }, [goTo])

  return <div ref={host} className="kw-editor" />
}

function diagnosticsOf(marks: readonly Mark[]): Diagnostic[] {
  return marks.map((mark) => ({ ...mark }))
}
