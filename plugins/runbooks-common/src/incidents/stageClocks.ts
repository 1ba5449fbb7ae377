import {
  INCIDENT_STAGES,
  IncidentMoment,
  IncidentStage,
  StageClock,
} from '../api';
import { IncidentMoments } from './moments';

/** Between which moments each stage lies. */
const SPANS: Record<
  IncidentStage,
  { from: IncidentMoment; to: IncidentMoment }
> = {
  detection: { from: 'started', to: 'detected' },
  response: { from: 'detected', to: 'acknowledged' },
  mitigation: { from: 'detected', to: 'mitigated' },
  recovery: { from: 'detected', to: 'resolved' },
  learning: { from: 'resolved', to: 'published' },
};

/** What a sentence calls the end of each moment that is missing. */
const MISSING: Record<IncidentMoment, string> = {
  started: 'when it began to do harm',
  detected: 'when it was detected',
  acknowledged: 'when somebody took it on',
  mitigated: 'when the harm was over',
  resolved: 'when it was resolved',
  published: 'when its review was published',
};

/**
 * The five clocks of an incident.
 *
 * @remarks
 *
 * A clock runs from one moment to another. Where the first is known and the second may still come it is open, and its
 * duration a lower bound. All else is unknown with the reason: a moment that was never told, or two that contradict each
 * other. No duration is negative, and none is 0 for want of a moment.
 *
 * @param options - `isReviewAsked` tells whether the clock of learning runs at all while there is no review
 * @public
 */
export function computeStageClocks(
  moments: IncidentMoments,
  options: {
    /** Milliseconds since the epoch. */
    now: number;
    isReviewAsked: boolean;
  },
): StageClock[] {
  return INCIDENT_STAGES.map(stage => {
    const { from, to } = SPANS[stage];
    const [start, end] = [moments[from], moments[to]];
    const times = {
      ...(start && { from: iso(start.at) }),
      ...(end && { to: iso(end.at), toldBy: end.toldBy }),
    };
    if (start && end && end.at >= start.at) {
      return {
        stage,
        state: 'known',
        ...times,
        duration: end.at - start.at,
      };
    }
    const reason = whyUnknown(stage, moments, options);
    return reason
      ? { stage, state: 'unknown', ...times, reason }
      : {
          stage,
          state: 'open',
          ...times,
          duration: options.now - start!.at,
        };
  });
}

/** Undefined where the clock runs. */
function whyUnknown(
  stage: IncidentStage,
  moments: IncidentMoments,
  { now, isReviewAsked }: { now: number; isReviewAsked: boolean },
): string | undefined {
  const { from, to } = SPANS[stage];
  const [start, end] = [moments[from], moments[to]];
  if (start && end) {
    return `What is told contradicts itself: ${MISSING[to]} lies before ${MISSING[from]}`;
  }
  if (stage === 'learning' && !start) {
    return end
      ? `The review is published, and nobody told ${MISSING.resolved}`
      : 'It begins when the incident is resolved';
  }
  if (!start) {
    return untold(from);
  }
  if (start.at > now) {
    return `What is told contradicts itself: ${MISSING[from]} lies in the future`;
  }
  switch (stage) {
    case 'detection':
      return untold(to);
    case 'learning':
      return isReviewAsked
        ? undefined
        : 'No review is asked for at its severity';
    case 'response':
      return moments.resolved
        ? 'It was resolved without anybody taking it on, as far as is told'
        : undefined;
    default:
      return moments.resolved ? untold(to) : undefined;
  }
}

function untold(moment: IncidentMoment): string {
  return `No source tells ${MISSING[moment]}; people can, on the page of the incident`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
