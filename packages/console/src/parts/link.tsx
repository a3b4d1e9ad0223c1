import CloudscapeButton, { type ButtonProps } from '@cloudscape-design/components/button'
import CloudscapeLink, { type LinkProps } from '@cloudscape-design/components/link'
import { useCallback, type ReactNode } from 'react'
import { useNavigate } from 'react-router'

interface Follow {
  readonly detail: { readonly href?: string | undefined; readonly external?: boolean | undefined }
  preventDefault(): void
}

/** For `onFollow` of every Cloudscape part: an address of the console opens without loading the page anew. */
export function useFollow(): (event: Follow) => void {
  const navigate = useNavigate()
  return useCallback(
    (event) => {
      const { href, external } = event.detail
      if (href === undefined || external === true || !href.startsWith('/')) return
      event.preventDefault()
      void navigate(href)
    },
    [navigate],
  )
}

/** A link to an address of the console. */
export function Link(props: LinkProps & { readonly href: string }) {
  const follow = useFollow()
  return <CloudscapeLink {...props} onFollow={follow} />
}

/** A button that leads to an address of the console. */
export function LinkButton(props: ButtonProps & { readonly href: string }) {
  const follow = useFollow()
  return <CloudscapeButton {...props} onFollow={follow} />
}

export interface TextButtonProps {
  readonly onPress: () => void
  readonly children: ReactNode
  /** Where it shows and hides something, by its id. */
  readonly shows?: { readonly id: string; readonly expanded: boolean }
}

/** What looks like a link and leads nowhere: it does something, here. */
export function TextButton({ onPress, children, shows }: TextButtonProps) {
  return (
    <button
      type="button"
      className="kw-text-button"
      onClick={onPress}
      aria-expanded={shows?.expanded}
      aria-controls={shows?.id}
    >
      {children}
    </button>
  )
}
