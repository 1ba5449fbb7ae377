import { parse } from 'yaml';
import { z } from 'zod';

const HabitsSchema = z.strictObject({
  /** How the repository tells of itself. */
  door: z.enum(['github', 'gitlab', 'cdevents']).default('github'),
  changesPerWeek: z.number(),
  codingHours: z.number(),
  reviewPickupHours: z.number(),
  /** How many changes go back to their author once. */
  reworkShare: z.number(),
  ciMinutes: z.number(),
  queueMinutes: z.number(),
  ciFailureShare: z.number(),
  /** How many runs fail at first and pass when they are run again. */
  flakyShare: z.number(),
  release: z.enum(['each-merge', 'daily', 'weekly', 'monthly', 'never']),
  /** How long somebody takes to let a deployment pass; absent where nobody has to. */
  approvalHours: z.number().optional(),
  /** How long a change stands in the merge queue; absent where there is none. */
  mergeQueueMinutes: z.number().optional(),
  /** The environments of production. */
  regions: z.array(z.string()).min(1),
  /** How many releases go wrong. */
  failureShare: z.number(),
  /** Two changes a week are left to somebody who is away: one of them waits for a review whenever one looks. */
  awaitsReviews: z.boolean().default(false),
  /** The default branch is built every so many hours, at night and at weekends too; absent where it is not. */
  builtEveryHours: z.number().int().positive().optional(),
});

/** How a team works on a component. */
export type Habits = z.infer<typeof HabitsSchema>;

const FileSchema = z.strictObject({
  everyone: z.looseObject({}),
  teams: z.record(z.string(), z.looseObject({})),
  components: z.record(z.string(), z.looseObject({})),
});

/** Reads the file of habits. What a component has of its own counts before what its team has. */
export function parseHabits(
  yaml: string,
): (component: string, team: string) => Habits {
  const file = FileSchema.parse(parse(yaml));
  return (component, team) =>
    HabitsSchema.parse({
      ...file.everyone,
      ...file.teams[team],
      ...file.components[component],
    });
}
