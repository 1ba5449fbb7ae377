import { ProbeVerdict } from '@fairlead/backstage-plugin-runbooks-common';
import { createHash } from 'node:crypto';

/**
 * When an address is looked at again: what is well, or cannot be seen, in its own place of the day, so that not all are
 * asked at once; what is broken or fails sooner, and later each time.
 */
export function nextProbeAt(
  { state, failures }: Pick<ProbeVerdict, 'state' | 'failures'>,
  options: { id: string; now: number; frequency: number; backOff: number },
): number {
  const { backOff, frequency, id, now } = options;
  if (failures > 0 || state === 'unknown') {
    const wait = backOff * 2 ** Math.min(Math.max(failures, 1) - 1, 30);
    return now + Math.min(wait, frequency);
  }
  const place = Math.floor(shareOf(id) * frequency);
  const next = now - ((now - place) % frequency) + frequency;
  // Not at once again, after the first look.
  return next - now < frequency / 2 ? next + frequency : next;
}

/** From 0 to 1, evenly, and always the same of one id. */
function shareOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32;
}
