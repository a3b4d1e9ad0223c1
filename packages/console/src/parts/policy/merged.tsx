import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import type { ComparisonProps } from './comparison.tsx'
import { jsonLook, named, readOnly, shadowOf } from './editor-look.ts'
import { labels } from './labels.ts'

export interface MergedProps extends ComparisonProps {
  readonly inOneColumn: boolean
}

const colours = EditorView.theme({
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--kw-removed)' },
  '&.cm-merge-b .cm-changedLine, .cm-changedLine, .cm-inlineChangedLine': { backgroundColor: 'var(--kw-added)' },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': { background: 'var(--kw-removed-text)' },
  '&.cm-merge-b .cm-changedText, .cm-changedText': { background: 'var(--kw-added-text)' },
  '.cm-deletedChunk': { paddingLeft: '6px' },
  '.cm-collapsedLines': {
    background: 'var(--kw-code)',
    color: 'var(--kw-ink)',
    fontFamily: 'var(--kw-font)',
    '&:before, &:after': { content: '"⋯"' },
  },
})

/** Only what differs and a few lines around it. */
const collapseUnchanged = { margin: 3, minSize: 6 }
/** Two long documents with nothing in common are told apart roughly, and soon. */
const diffConfig = { scanLimit: 2000, timeout: 100 }

/** CodeMirror’s view of two documents. */
export default function Merged({ before, after, names, inOneColumn }: MergedProps) {
  const t = useT()
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!host.current) return undefined
    const shadow = shadowOf(host.current)
    const shared: Extension = [
      jsonLook,
      readOnly,
      colours,
      EditorState.phrases.of({ '$ unchanged lines': t(labels.unchangedLines) }),
    ]
    const view = inOneColumn
      ? new EditorView({
          root: shadow,
          parent: shadow,
          state: EditorState.create({
            doc: after,
            extensions: [
              named(`${names.before} – ${names.after}`),
              shared,
              unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged, diffConfig }),
            ],
          }),
        })
      : new MergeView({
          root: shadow,
          parent: shadow,
          a: { doc: before, extensions: [named(names.before), shared] },
          b: { doc: after, extensions: [named(names.after), shared] },
          collapseUnchanged,
          diffConfig,
        })
    return () => {
      view.destroy()
      shadow.replaceChildren()
    }
  }, [before, after, names.before, names.after, inOneColumn, t])
  return <div ref={host} className="kw-editor kw-reader" />
}
