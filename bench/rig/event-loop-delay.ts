import { monitorEventLoopDelay } from 'node:perf_hooks'

// Imported before a server: how late its event loop comes round to a timer of one millisecond, as perf_hooks has it.
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()

process.on('message', (message) => {
  if (message === 'reset') {
    delay.reset()
    process.send?.('reset')
  }
  if (message === 'p99') process.send?.(delay.percentile(99) / 1e6)
})
process.channel?.unref()
