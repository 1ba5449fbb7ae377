import {
  HistoryResponse,
  LevelCounts,
  StatusCounts,
} from '@fairlead/backstage-plugin-scorecards-common';

const DAY_MS = 86_400_000;

/** A history that climbs towards the totals of today, with a gap and a stricter rule on the way. */
export function exampleHistory(
  today: { entities: number; levels: LevelCounts; statuses: StatusCounts },
  now: number,
  range: { from?: string; to?: string } = {},
): Omit<HistoryResponse, 'scorecardRef'> {
  const from = range.from ?? toDay(now - 90 * DAY_MS);
  const to = range.to ?? toDay(now);
  const changedAt = now - 50 * DAY_MS;
  const items: HistoryResponse['items'] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += DAY_MS) {
    const age = Math.round((now - time) / DAY_MS);
    if (age > 120 || (age > 30 && age < 34)) {
      continue;
    }
    const gold = today.levels.gold ?? 0;
    const lost = Math.min(gold, Math.round((gold * (age % 60)) / 90));
    items.push({
      day: toDay(time),
      entities: today.entities,
      statuses: today.statuses,
      levels: {
        ...today.levels,
        gold: gold - lost,
        none: (today.levels.none ?? 0) + lost,
      },
      scoreParts: { pass: 0, total: 0 },
    });
  }
  return {
    from,
    to,
    items,
    marks: [
      {
        at: new Date(changedAt).toISOString(),
        version: 3,
        changes: ['“Builds answer within ten minutes”: 15 min became 10 min'],
      },
    ].filter(mark => mark.at >= from),
  };
}

function toDay(time: number) {
  return new Date(time).toISOString().slice(0, 10);
}
