import { idOf, shaOf } from '../ids';
import { onWeekday, weeksBetween } from '../officeHours';
import { Repository } from '../Repository';
import { respondTo } from './response';
import { HOUR, MINUTE } from './times';
import { SimulatedIncident } from './types';

/** Each is opened before the one before it is over. Weekdays count from Monday as 1. */
const OPENED = [
  { weekday: 1, hour: 2 },
  { weekday: 4, hour: 3 },
];

/** As long as the longer gap between two of them, and a little more. */
const OPEN_FOR = 4 * 24 * HOUR + 2 * HOUR;

/** Incidents about what nobody mended for good: one of them is open whenever one looks. */
export function simulateLastingIncidents(
  repository: Repository,
  options: { from: number; to: number },
): SimulatedIncident[] {
  const rules = repository.alertRules.filter(
    ({ opensIncident }) => opensIncident,
  );
  return rules.flatMap(rule =>
    weeksBetween(options.from, options.to).flatMap(week =>
      OPENED.map(opened => {
        const triggeredAt = onWeekday(week, opened) + 12 * MINUTE;
        const seed = `${rule.alert} ${triggeredAt}`;
        const begun = {
          id: `Q${shaOf(repository.slug, 'lasting incident', seed)
            .slice(0, 13)
            .toUpperCase()}`,
          urgency: 'high' as const,
          triggeredAt,
          resolvedAt: triggeredAt + OPEN_FOR,
        };
        return {
          ...begun,
          ...respondTo(repository, begun),
          number: idOf(repository.slug, 'lasting incident', seed) % 100_000,
          title: `${repository.component}: ${rule.summary}`,
          acknowledgedAt: triggeredAt + 6 * MINUTE,
          alert: rule.alert,
          foundBy: 'alert' as const,
          severity: 2 as const,
          // Not mitigated before somebody says so.
          mitigatedAt: undefined,
          isLasting: true,
        };
      }),
    ),
  );
}
