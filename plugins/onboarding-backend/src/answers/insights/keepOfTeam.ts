import { showGroups } from '@fairlead/backstage-plugin-onboarding-common';
import { JourneyPassage } from '../../records/figures';

/**
 * What happened on the journeys of one team, of those parts alone that may be told of it beside what is told of the whole
 * track: fewer than five others who met a task would be known by the difference.
 */
export function keepOfTeam(
  passages: readonly JourneyPassage[],
  options: {
    teamRef: string;
    /** By the ids of journeys. */
    teamOf: ReadonlyMap<string, string>;
    /** What is told as one: a task, or a milestone. */
    partOf(passage: JourneyPassage): string;
    /** Whether somebody counts for it. */
    isCounted(passage: JourneyPassage): boolean;
  },
): JourneyPassage[] {
  const { teamRef, teamOf, partOf, isCounted } = options;
  const entries = new Map<string, { person: string; group: string }[]>();
  for (const passage of passages.filter(isCounted)) {
    const before = entries.get(partOf(passage)) ?? [];
    const group = teamOf.get(passage.journeyId)!;
    before.push({ person: passage.person, group });
    entries.set(partOf(passage), before);
  }
  const shown = new Set(
    [...entries].flatMap(([part, some]) =>
      showGroups(some)(teamRef) ? [part] : [],
    ),
  );
  return passages.filter(
    passage =>
      teamOf.get(passage.journeyId) === teamRef && shown.has(partOf(passage)),
  );
}
