import {
  AddFollowUp,
  IncidentSummary,
  LinkChange,
  WriteReview,
} from '@fairlead/backstage-plugin-runbooks-common';
import { atWork } from '../year/officeHours';
import { Random } from '../year/Random';

const DAY = 24 * 3_600_000;

/** What the people of the demo organisation say after an incident. Times are milliseconds since the epoch. */
export interface Learning {
  /** Where no source told when the harm was over. */
  mitigatedAt?: number;
  review?: WriteReview & { at: string };
  change?: LinkChange & { at: string };
  followUps: { added: AddFollowUp & { at: string }; closedAt?: string }[];
}

const CAUSES = [
  'A limit that was right for last year was reached, and nothing told of it before.',
  'Two changes that were fine alone were released within the hour, and each was tried without the other.',
  'The third party changed what it answers, and we read it as an empty list.',
  'A retry without a pause made a slow answer into none.',
];

const HELPED = [
  'The dashboard told within two minutes which part it was.',
  'The runbook was right up to its last step.',
  'Somebody who knew the old behaviour was by chance awake.',
];

const CHANGES: readonly Pick<LinkChange, 'kind' | 'title'>[] = [
  { kind: 'alert', title: 'Alert at 70 % already' },
  { kind: 'code', title: 'Pause between retries' },
  { kind: 'code', title: 'Refuse an empty list' },
  { kind: 'decision', title: 'Release one thing at a time after 16:00' },
];

const FOLLOW_UPS = [
  'Write down how to roll back without the train',
  'Try it in the next drill',
  'Ask the provider for a page that says how it is',
  'Draw the limit into the dashboard',
];

const iso = (time: number) => new Date(Math.round(time)).toISOString();

/** Follows from the incident alone, so it is the same whenever it is asked for. */
export function imagineLearning(
  incident: Pick<IncidentSummary, 'id' | 'openedAt' | 'resolvedAt' | 'title'>,
): Learning | undefined {
  if (!incident.resolvedAt) {
    return undefined;
  }
  const random = Random.of('learning', incident.id);
  const openedAt = Date.parse(incident.openedAt);
  const resolvedAt = Date.parse(incident.resolvedAt);
  const mitigatedAt = random.chance(0.6)
    ? Math.round(openedAt + (resolvedAt - openedAt) * random.between(0.3, 0.9))
    : undefined;
  if (!random.chance(0.7)) {
    return { mitigatedAt, followUps: [] };
  }
  const publishedAt = atWork(resolvedAt + random.between(1, 9) * DAY);
  const at = iso(publishedAt);
  const isNothing = random.chance(0.15);
  return {
    mitigatedAt,
    review: {
      at,
      publish: true,
      text: writeReview(incident.title, random),
      nothingToChange: isNothing
        ? 'The provider mended it, and our fallback did what it is for.'
        : undefined,
    },
    change:
      !isNothing && random.chance(0.75)
        ? {
            ...random.pick(CHANGES),
            url: `https://github.com/skerry-lines/changes/pull/${random.integer(
              100,
              999,
            )}`,
            at: iso(publishedAt + random.between(0, 3) * DAY),
          }
        : undefined,
    followUps: Array.from({ length: random.integer(0, 2) }, (_, i) => ({
      added: {
        title: FOLLOW_UPS[(i + random.integer(0, 1) * 2) % FOLLOW_UPS.length],
        dueAt: random.chance(0.5) ? iso(publishedAt + 21 * DAY) : undefined,
        at,
      },
      closedAt: random.chance(0.7)
        ? iso(atWork(publishedAt + random.duration(14) * DAY))
        : undefined,
    })),
  };
}

function writeReview(title: string, random: Random): string {
  return [
    `# Review: ${title}`,
    '## How it came about',
    random.pick(CAUSES),
    '## What helped, and what was in the way',
    random.pick(HELPED),
    '## What we change',
    'What is linked below.',
    '',
  ].join('\n\n');
}
