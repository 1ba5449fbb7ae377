import { OwnerRef } from '@fairlead/backend-routes';
import {
  Cohort,
  CohortTime,
  EntityOnboarding,
  LedTrack,
  OnboardingValues,
  TaskFigures,
  TeamOnboarding,
  TrackInsights,
} from '@fairlead/backstage-plugin-onboarding-common';
import { z } from 'zod';
import { HelpRequestSchema } from './journeys';

const Time = z.iso.datetime();

const Share = z.number().min(0).max(1);

const CohortTimeSchema = z
  .object({
    reached: z.int(),
    n: z.int(),
    medianSoFar: z.number().optional().meta({
      description: 'Seconds, of those who have reached it',
    }),
    median: z.number().optional().meta({
      description:
        'Seconds; the Kaplan–Meier median, which counts those who have not reached it yet',
    }),
    workingMedian: z.number().optional().meta({
      description: 'The same in working hours',
    }),
  })
  .meta({ id: 'CohortTime' }) satisfies z.ZodType<CohortTime>;

const SetupTimeSchema = CohortTimeSchema.extend({
  band: z.enum(['elite', 'competitive', 'between', 'friction']).optional(),
}).meta({ id: 'SetupTime' });

const CohortSchema = z
  .object({
    quarter: z.string().meta({ description: "For example '2026-Q3'" }),
    n: z.int(),
    setup: SetupTimeSchema,
    mergedChange: CohortTimeSchema,
    tenthMergedChange: CohortTimeSchema,
    reviewGiven: CohortTimeSchema,
    deployedChange: CohortTimeSchema,
    resolvedIncident: CohortTimeSchema,
    completed: CohortTimeSchema,
    byAgent: z.object({ n: z.int(), of: z.int() }).optional(),
  })
  .meta({ id: 'Cohort' }) satisfies z.ZodType<Cohort>;

const TaskFiguresSchema = z
  .object({
    taskId: z.string(),
    milestoneId: z.string(),
    title: z.string(),
    met: z.int(),
    done: z.int(),
    medianTime: z.number().optional().meta({ description: 'Seconds' }),
    takes: z.number().optional().meta({ description: 'Seconds' }),
    stuckShare: Share.optional(),
    missing: z.object({ context: z.int(), confidence: z.int() }).optional(),
    votes: z
      .object({ found: z.int(), wrong: z.int(), missing: z.int() })
      .optional(),
  })
  .meta({ id: 'TaskFigures' }) satisfies z.ZodType<TaskFigures>;

export const InsightsQuery = z.strictObject({
  team: OwnerRef.optional().meta({
    description: 'Only journeys of this team, without those below it',
  }),
});

export const InsightsSchema = z
  .object({
    trackRef: z.string(),
    teamRef: z.string().optional(),
    cohorts: z.array(CohortSchema),
    hidden: z.int().optional(),
    funnel: z.array(
      z.object({
        milestoneId: z.string(),
        title: z.string(),
        reached: z.int(),
        n: z.int(),
      }),
    ),
    tasks: z.array(TaskFiguresSchema),
    changes: z.array(
      z.object({
        version: z.int(),
        at: Time,
        before: CohortTimeSchema,
        after: CohortTimeSchema,
      }),
    ),
    findings: z.array(
      z.object({
        kind: z.enum(['no-buddy', 'no-manager', 'empty-group']),
        role: z.string(),
        journeys: z.int(),
      }),
    ),
  })
  .meta({ id: 'TrackInsights' }) satisfies z.ZodType<TrackInsights>;

const LedTrackSchema = z
  .object({
    trackRef: z.string(),
    title: z.string(),
    version: z.int(),
    tasks: z.array(z.object({ id: z.string(), title: z.string() })),
    journeys: z.array(
      z.object({
        journeyId: z.string(),
        userRef: z.string(),
        buddyRef: z.string().optional(),
      }),
    ),
  })
  .meta({
    id: 'LedTrack',
    description:
      'A version of a track that the caller answers for, with who of the team is on the way on it and nothing of how far',
  }) satisfies z.ZodType<LedTrack>;

export const TeamOnboardingSchema = z
  .object({
    teamRef: z.string(),
    journeys: z.array(
      z.object({
        userRef: z.string(),
        trackRef: z.string(),
        title: z.string(),
        state: z.enum(['not-started', 'on-the-way', 'finished', 'ended']),
        startAt: Time,
      }),
    ),
    onTheWay: z.int().optional(),
    setup: SetupTimeSchema.optional(),
    mergedChange: CohortTimeSchema.optional(),
    tasks: z.array(TaskFiguresSchema),
    rolesUnfilled: z.array(z.object({ role: z.string(), journeys: z.int() })),
    helpRequests: z.array(HelpRequestSchema),
    ledTracks: z.array(LedTrackSchema).optional(),
  })
  .meta({ id: 'TeamOnboarding' }) satisfies z.ZodType<TeamOnboarding>;

const Steps = z.array(z.object({ title: z.string(), url: z.string() }));

export const EntityOnboardingSchema = z
  .object({
    entityRef: z.string(),
    isNewHere: z.boolean(),
    read: Steps,
    run: Steps,
    firstTry: Steps,
    ask: z.array(
      z.object({ role: z.enum(['buddy', 'owner']), ref: z.string() }),
    ),
  })
  .meta({ id: 'EntityOnboarding' }) satisfies z.ZodType<EntityOnboarding>;

export const ValuesQuery = z.strictObject({
  after: z.string().max(4096).optional().meta({
    description: 'The cursor of the page before',
  }),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});

export const ValuesSchema = z.object({
  items: z.array(
    z
      .object({
        entityRef: z.string(),
        computedAt: Time,
        trackExists: z.boolean().optional(),
        setupTime: z.object({ value: z.number(), n: z.int() }).optional(),
        docs: z
          .object({ found: Share, wrong: Share, missing: Share, n: z.int() })
          .optional(),
        stuckShare: z.object({ value: Share, n: z.int() }).optional(),
      })
      .meta({ id: 'OnboardingValues' }) satisfies z.ZodType<OnboardingValues>,
  ),
  cursor: z.string().meta({
    description: 'Opaque; hand it in to read what changed after this page',
  }),
});
