import { SourceHealth } from '@fairlead/backstage-plugin-delivery-common';
import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';

const HOUR = 3_600_000;

/** What is usual for a source that was not seen often enough to say. */
const USUAL_SILENCE = 24 * HOUR;

/** A source is silent when it is for longer than it ever was, by so much. */
const SILENCE_FACTOR = 1.5;

/** What the state of a source follows from. */
export interface SourceSigns {
  now: number;
  /** The starts of the hours in which something came, ascending, as far back as they are kept. */
  activeHours: readonly number[];
  lastEventAt?: number;
  /** Over the last 24 hours. */
  accepted: number;
  rejected: number;
  quarantined: number;
}

/** Says how a source is doing and, where it is not well, what to do about it. */
export function judgeSource(
  source: DeliverySource,
  signs: SourceSigns,
): Pick<SourceHealth, 'state' | 'remedy'> {
  const { now, lastEventAt, accepted, rejected, quarantined } = signs;
  if (source.off) {
    return { state: 'off', remedy: source.off.remedy };
  }
  const bad = rejected + quarantined;
  if (bad > 0 && bad > accepted - quarantined) {
    return {
      state: 'failing',
      remedy:
        rejected > quarantined
          ? 'Most of what comes is refused at the door: compare the secret of the sender with the one that is configured here.'
          : 'Most of what comes cannot be read: look at the quarantine, and replay it when the cause is mended.',
    };
  }
  if (lastEventAt === undefined) {
    return {
      state: 'silent',
      remedy: [
        'Nothing has come yet: set up the sender, or ask for a backfill where the source can be asked.',
        ...(source.setup ? [source.setup] : []),
      ].join(' '),
    };
  }
  if (now - lastEventAt > usualSilence(signs.activeHours)) {
    return {
      state: 'silent',
      remedy:
        'Nothing came for longer than is usual: look at the list of deliveries of the sender for failed ones.',
    };
  }
  return { state: 'ok' };
}

/** Nights and weekends are usual: the longest silence that was followed by something. */
function usualSilence(activeHours: readonly number[]): number {
  const gaps = activeHours
    .slice(1)
    .map((hour, index) => hour - activeHours[index]);
  return Math.max(USUAL_SILENCE, SILENCE_FACTOR * Math.max(0, ...gaps));
}
