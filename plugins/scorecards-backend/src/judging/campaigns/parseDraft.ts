import { InputError } from '@backstage/errors';
import {
  CampaignDraft,
  compileCampaignFilter,
  ScorecardEntityV1alpha1,
  targetChecks,
  tryParseDuration,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';

const DAY = 24 * 60 * 60_000;

/** A campaign has an end that people can plan for. */
const LONGEST = 366 * DAY;

const DEFAULT_REMINDERS = ['14d', '3d'];

const MOST_REMINDERS = 5;

/** What a draft asks for, looked at: times in milliseconds since the epoch. */
export interface ParsedDraft {
  startsAt: number;
  deadline: number;
  reminders: string[];
}

/** Throws an InputError where a draft asks for what there is not, or for a time that cannot be. */
export function parseDraft(
  draft: Omit<CampaignDraft, 'title' | 'why' | 'ownerRef'>,
  options: { definition: ScorecardEntityV1alpha1; now: number },
): ParsedDraft {
  assertTarget(draft, options.definition);
  compileCampaignFilter(draft.appliesTo);
  const startsAt = parseTime(draft.startsAt, 'startsAt');
  const deadline = parseTime(draft.deadline, 'deadline');
  if (deadline <= Math.max(startsAt, options.now)) {
    throw new InputError(
      "'deadline' must lie ahead, and after 'startsAt'; choose a later day",
    );
  }
  if (deadline - startsAt > LONGEST) {
    throw new InputError(
      "'deadline' must lie a year after 'startsAt' at most; split the campaign",
    );
  }
  return { startsAt, deadline, reminders: parseReminders(draft.reminders) };
}

/** Throws an InputError where the scorecard has no such level or check. */
export function assertTarget(
  { target }: Pick<CampaignDraft, 'target'>,
  definition: ScorecardEntityV1alpha1,
): void {
  const { checks, levels } = definition.spec;
  const missing =
    'level' in target
      ? [target.level].filter(level => !levels.includes(level))
      : target.checks.filter(id => !checks.some(check => check.id === id));
  if (missing.length > 0) {
    throw new InputError(
      isolated`The scorecard has no ${'level' in target ? 'level' : 'check'} '${
        missing[0]
      }'; it has ${
        'level' in target
          ? levels.join(', ')
          : checks.map(({ id }) => id).join(', ')
      }`,
    );
  }
  if (targetChecks(definition, target).length === 0) {
    throw new InputError(
      'The target asks for no check; name a level or checks',
    );
  }
}

function parseTime(text: string, name: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw new InputError(
      isolated`'${name}' must be an ISO 8601 time, not '${text}'`,
    );
  }
  return time;
}

function parseReminders(reminders = DEFAULT_REMINDERS): string[] {
  const wrong = reminders.find(text => !tryParseDuration(text));
  if (wrong !== undefined || reminders.length > MOST_REMINDERS) {
    throw new InputError(
      isolated`'reminders' takes at most ${MOST_REMINDERS} durations before the deadline, for example 14d${
        wrong === undefined ? '' : `, not '${wrong}'`
      }`,
    );
  }
  return [...new Set(reminders)];
}
