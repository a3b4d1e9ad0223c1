import './quoted.css'
import { Copy } from './copy.tsx'

export interface QuotedProps {
  readonly text: string
  /** Names it, for its region and its copy button. */
  readonly what: string
}

/** Text to be taken elsewhere as it stands: a command, a profile, a policy. Long lines go on below; the copy has them as they were. */
export function Quoted({ text, what }: QuotedProps) {
  return (
    <div className="kw-quoted">
      <pre className="kw-code" translate="no" role="region" aria-label={what}>
        {text}
      </pre>
      <Copy text={text} what={what} />
    </div>
  )
}
