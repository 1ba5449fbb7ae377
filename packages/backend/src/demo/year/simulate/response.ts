import { crewAt } from '../crew';
import { Repository } from '../Repository';
import { Random } from '../Random';
import { shaOf } from '../ids';
import { atWork } from '../officeHours';
import { DAY, HOUR, MINUTE } from './times';
import { SimulatedFollowUp, SimulatedIncident } from './types';

const FOLLOW_UPS = [
  'Alert before the queue is full',
  'Write the missing part of the runbook',
  'Try the rollback in a drill',
  'Give the canary more traffic',
  'Remove the second way to configure it',
  'Ask the third party for a status page',
];

/**
 * What is known of an incident besides its beginning and end: some of it is told, and much of it never. Drawn for itself,
 * so that it changes nothing else of what happened.
 */
export function respondTo(
  repository: Repository,
  incident: Pick<
    SimulatedIncident,
    'id' | 'triggeredAt' | 'resolvedAt' | 'urgency'
  >,
): Pick<
  SimulatedIncident,
  | 'alert'
  | 'responder'
  | 'severity'
  | 'foundBy'
  | 'startedAt'
  | 'mitigatedAt'
  | 'publishedAt'
  | 'followUps'
> {
  const { alertRules, slug } = repository;
  const { id, triggeredAt, resolvedAt, urgency } = incident;
  const crew = crewAt(repository, triggeredAt);
  const random = Random.of(slug, 'response', id);
  const severity =
    urgency === 'high' ? random.pick([1, 2, 2, 3] as const) : (3 as const);
  const paging = alertRules.filter(rule => rule.severity === 'critical');
  const isFoundByAlert = paging.length > 0 && random.chance(0.75);
  const isReviewed = severity < 3 && random.chance(0.7);
  const publishedAt = isReviewed
    ? atWork(resolvedAt + random.between(1, 12) * DAY)
    : undefined;
  return {
    // One of them is called more than the others.
    responder: random.chance(0.5) ? crew[0] : random.pick(crew),
    severity,
    foundBy: isFoundByAlert ? 'alert' : 'person',
    alert: isFoundByAlert ? random.pick(paging).alert : undefined,
    startedAt: random.chance(0.6)
      ? Math.round(triggeredAt - random.duration(9) * MINUTE)
      : undefined,
    mitigatedAt: random.chance(0.65)
      ? Math.round(
          triggeredAt + (resolvedAt - triggeredAt) * random.between(0.3, 0.8),
        )
      : undefined,
    publishedAt,
    followUps: publishedAt
      ? simulateFollowUps({ id, publishedAt, random })
      : [],
  };
}

function simulateFollowUps(options: {
  id: string;
  publishedAt: number;
  random: Random;
}): SimulatedFollowUp[] {
  const { id, publishedAt, random } = options;
  return Array.from({ length: random.integer(0, 3) }, (_, i) => {
    // Not longer than work that was begun earlier is looked for.
    const days = Math.min(random.duration(14, 0.8), 25);
    const doneAt = atWork(publishedAt + days * DAY);
    return {
      id: shaOf(id, 'follow-up', i).slice(0, 12),
      title: random.pick(FOLLOW_UPS),
      createdAt: publishedAt - HOUR,
      dueAt: random.chance(0.6) ? publishedAt + 21 * DAY : undefined,
      // Some are never done.
      closedAt: random.chance(0.75) ? doneAt : undefined,
    };
  });
}
