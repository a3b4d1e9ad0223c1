import { Session } from 'node:inspector/promises'

// Imported before a server: profiles its main thread between two messages, so that starting is not in it.
const session = new Session()
session.connect()

process.on('message', (message) => {
  if (message !== 'profile' && message !== 'end profile') return
  void (async () => {
    if (message === 'profile') {
      await session.post('Profiler.enable')
      await session.post('Profiler.setSamplingInterval', { interval: 200 })
      await session.post('Profiler.start')
      process.send?.('started')
    } else {
      const { profile } = await session.post('Profiler.stop')
      process.send?.(profile)
    }
  })()
})
process.channel?.unref()
