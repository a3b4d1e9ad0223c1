import { useRef, type ReactNode } from 'react'

export interface FormProps {
  readonly onSubmit: () => unknown
  readonly children: ReactNode
}

/** A real form: Enter submits it, and a second submission waits for the first. */
export function Form({ onSubmit, children }: FormProps) {
  const running = useRef(false)
  const submit = async () => {
    if (running.current) return
    running.current = true
    try {
      await onSubmit()
    } finally {
      running.current = false
    }
  }
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {children}
    </form>
  )
}
