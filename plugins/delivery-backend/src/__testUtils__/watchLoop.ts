/**
 * Does something and tells how long it held the event loop at a stretch, in milliseconds of this process's own work: a
 * machine that is busy with other things does not count.
 */
export async function watchLoop<T>(
  work: () => Promise<T>,
): Promise<{ result: T; longest: number }> {
  let longest = 0;
  let last = process.cpuUsage();
  const look = () => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.cpuUsage();
  };
  const beat = setInterval(look, 1);
  try {
    const result = await work();
    look();
    return { result, longest };
  } finally {
    clearInterval(beat);
  }
}
