import Button, { type ButtonProps } from '@cloudscape-design/components/button'
import { useRef, useState } from 'react'

export interface ActionButtonProps extends Omit<ButtonProps, 'onClick' | 'loading'> {
  readonly onPress: () => Promise<unknown>
}

/** A button for what must not happen twice: while it runs it shows so, and another press does nothing. */
export function ActionButton({ onPress, ...props }: ActionButtonProps) {
  const running = useRef(false)
  const [loading, setLoading] = useState(false)
  const press = async () => {
    if (running.current) return
    running.current = true
    setLoading(true)
    try {
      await onPress()
    } finally {
      running.current = false
      setLoading(false)
    }
  }
  return <Button {...props} loading={loading} onClick={() => void press()} />
}
