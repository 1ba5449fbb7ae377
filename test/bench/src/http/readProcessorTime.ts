import { readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second on all that Node runs on. */
const TICK_US = 10_000;

/** The processor time that a process has used so far, in microseconds; undefined where the system does not tell. */
export async function readProcessorTime(
  pid: number,
): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name, in parentheses, may hold spaces; the times are the 12th and 13th field after it
  const times = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(stat);
  return times ? (Number(times[1]) + Number(times[2])) * TICK_US : undefined;
}
