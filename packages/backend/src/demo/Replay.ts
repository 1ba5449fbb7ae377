import {
  FactEntry,
  parseDuration,
} from '@fairlead/backstage-plugin-scorecards-common';
import { parse } from 'yaml';
import { z } from 'zod';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const ReplaySchema = z.strictObject({
  source: z.string(),
  observations: z.array(
    z.strictObject({
      component: z.string(),
      /** How long before now it was observed. */
      age: z.string(),
      values: z.record(z.string(), z.json()).default({}),
      /** Dates, so many days before now. */
      daysAgo: z.record(z.string(), z.number()).default({}),
    }),
  ),
});

/** A file of observations whose times count back from now, so that the demo does not grow old. */
export type Replay = z.infer<typeof ReplaySchema>;

export function parseReplay(yaml: string): Replay {
  return ReplaySchema.parse(parse(yaml));
}

/**
 * The facts of a replay as of now. Times are cut to the hour: sent again within it, nothing changes, since a fact
 * observed at the same time is ignored.
 */
export function toFactEntries(replay: Replay, now: number): FactEntry[] {
  const hour = now - (now % HOUR);
  return replay.observations.map(({ component, age, values, daysAgo }) => ({
    entityRef: `component:default/${component}`,
    source: replay.source,
    observedAt: new Date(hour - parseDuration(age)).toISOString(),
    values: {
      ...values,
      ...Object.fromEntries(
        Object.entries(daysAgo).map(([id, days]) => [
          id,
          new Date(hour - days * DAY).toISOString(),
        ]),
      ),
    },
  }));
}
