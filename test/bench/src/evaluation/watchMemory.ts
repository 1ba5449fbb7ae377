const INTERVAL = 50;

/** Watches how far the resident memory of this process rises above where it is now, after a full collection. */
export function watchMemory() {
  if (!global.gc) {
    throw new Error('Start node with --expose-gc');
  }
  global.gc();
  const before = process.memoryUsage.rss();
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, INTERVAL);
  return {
    /** Ends the watch. Answers megabytes. */
    stop(): number {
      clearInterval(timer);
      look();
      return (most - before) / 1_000_000;
    },
  };
}
