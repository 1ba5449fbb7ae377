import { HealthResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { needsAttention } from '../sources/factsInUse';

/** Entities may be due for so long before somebody should look; milliseconds. */
const LATE_AFTER = 10 * 60_000;

/** How much there is that somebody who runs the portal should look into. */
export function countTroubles(health: HealthResponse): number {
  const { evaluation, missingFacts, refused, sources } = health;
  const lag =
    evaluation.oldestDueAt === null
      ? 0
      : Date.parse(health.at) - Date.parse(evaluation.oldestDueAt);
  return (
    Number(lag > LATE_AFTER) +
    Number(evaluation.leasesOver > 0) +
    sources.filter(needsAttention).length +
    missingFacts.length +
    refused.length
  );
}
