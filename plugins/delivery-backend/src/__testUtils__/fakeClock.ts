/** Stops the clock, which `jest.setSystemTime` turns and `jest.useRealTimers` lets go on. Timers run as ever. */
export function fakeClock(now: string) {
  jest.useFakeTimers({
    now: new Date(now),
    doNotFake: [
      'clearImmediate',
      'clearInterval',
      'clearTimeout',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'setInterval',
      'setTimeout',
    ],
  });
}
