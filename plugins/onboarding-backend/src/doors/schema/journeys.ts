import { EntityRef } from '@fairlead/backend-routes';
import {
  AnswerBuddy,
  CompleteTask,
  CONTRIBUTION_KINDS,
  EndJourney,
  HelpRequest,
  Journey,
  JourneyMilestone,
  JourneyReceipt,
  JourneyTask,
  MyJourneys,
  StartJourney,
  TaskVerifiedBy,
  TRACK_PURPOSES,
  WaiveTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { z } from 'zod';

const Reason = z.string().trim().min(1).max(1000);

const WebUrl = z
  .string()
  .trim()
  .max(2000)
  .refine(
    text => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    { message: "must be a URL that begins with 'https://' or 'http://'" },
  );

const UserRef = EntityRef.refine(ref => ref.startsWith('user:'), {
  message: "must be the ref of a user such as 'user:default/mira'",
});

const TrackRef = EntityRef.refine(ref => ref.startsWith('onboardingtrack:'), {
  message:
    "must be the ref of a track such as 'onboardingtrack:default/welcome'",
});

const Origin = z.enum(['person', 'agent', 'unknown']);

const Purpose = z.enum(TRACK_PURPOSES);

const Time = z.iso.datetime();

const StateSchema = z.enum(['not-started', 'on-the-way', 'finished', 'ended']);

const ProgressSchema = z
  .object({
    done: z.int(),
    total: z.int().meta({
      description: 'Without those that are optional, waived or not applicable',
    }),
    optionalDone: z.int(),
    optionalTotal: z.int(),
    waived: z.int(),
  })
  .meta({ id: 'JourneyProgress' });

const VerifiedBySchema = z
  .discriminatedUnion('by', [
    z.object({
      by: z.literal('record'),
      record: z.enum(CONTRIBUTION_KINDS),
      times: z.int(),
      reached: z.int(),
    }),
    z.object({ by: z.literal('fact'), entityRef: z.string().optional() }),
    z.object({ by: z.literal('template'), templateRef: z.string() }),
    z.object({ by: z.literal('buddy') }),
    z.object({ by: z.literal('self') }),
  ])
  .meta({ id: 'TaskVerifiedBy' }) satisfies z.ZodType<TaskVerifiedBy>;

export const HelpRequestSchema = z
  .object({
    id: z.string(),
    journeyId: z.string(),
    taskId: z.string(),
    taskTitle: z.string(),
    askedAt: Time,
    tried: z.string(),
    errorSays: z.string(),
    ifNobodyWereHere: z.string(),
    missing: z.enum(['context', 'confidence']),
    toRef: z.string(),
    askedBy: z.string().optional(),
    reply: z.object({ text: z.string(), by: z.string(), at: Time }).optional(),
    solvedAt: Time.optional(),
  })
  .meta({ id: 'HelpRequest' }) satisfies z.ZodType<HelpRequest>;

const TaskSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string().optional().meta({ description: 'Markdown' }),
    links: z.array(z.object({ url: z.string(), title: z.string().optional() })),
    docs: z.string().optional(),
    ownerRef: z.string(),
    for: z.string(),
    doers: z.array(z.string()),
    state: z.enum(['locked', 'open', 'done', 'waived', 'not-applicable']),
    lockedBy: z.array(z.object({ id: z.string(), title: z.string() })),
    optional: z.boolean(),
    takes: z.number().optional().meta({ description: 'Seconds' }),
    openSince: Time.optional(),
    isLong: z.boolean(),
    verifiedBy: VerifiedBySchema,
    doneAt: Time.optional(),
    evidence: z
      .object({
        by: z.enum(['record', 'fact', 'template', 'buddy', 'self']),
        title: z.string().optional(),
        url: z.string().optional(),
        origin: Origin.optional(),
        entityRefs: z.array(z.string()).optional(),
      })
      .optional(),
    holds: z.boolean().optional(),
    waived: z.object({ reason: z.string(), at: Time }).optional(),
    run: z
      .object({
        taskId: z.string(),
        state: z.enum([
          'running',
          'completed',
          'failed',
          'cancelled',
          'unknown',
        ]),
        startedAt: Time,
      })
      .optional(),
    help: HelpRequestSchema.optional(),
    vote: z.enum(['found', 'wrong', 'missing']).optional(),
    generated: z.boolean(),
    can: z.array(z.enum(['complete', 'start', 'help', 'vote', 'waive'])),
  })
  .meta({ id: 'JourneyTask' }) satisfies z.ZodType<JourneyTask>;

/** A milestone of a journey, or of a track as somebody sees it who has not begun. */
export const MilestoneSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    due: z.int().optional().meta({
      description: 'Seconds from the start, where there is no start yet',
    }),
    dueAt: Time.optional(),
    progress: ProgressSchema,
    tasks: z.array(TaskSchema),
  })
  .meta({ id: 'JourneyMilestone' }) satisfies z.ZodType<JourneyMilestone>;

export const JourneySchema = z
  .object({
    id: z.string(),
    trackRef: z.string(),
    title: z.string(),
    purpose: Purpose,
    version: z.int(),
    newerVersion: z.int().optional(),
    trackIsGone: z.boolean().optional(),
    userRef: z.string(),
    teamRef: z.string().optional(),
    state: StateSchema,
    startAt: Time,
    startFrom: z.enum(['annotation', 'told', 'sign-in', 'joined']),
    finishedAt: Time.optional(),
    endedAt: Time.optional(),
    progress: ProgressSchema,
    next: z.string().optional().meta({
      description: 'The id of the task to go on with',
    }),
    milestones: z.array(MilestoneSchema),
    people: z.array(
      z.object({
        role: z.enum(['buddy', 'manager', 'team', 'track-owner']),
        ref: z.string().optional(),
        state: z.enum(['proposed', 'accepted']).optional(),
      }),
    ),
    moments: z.array(
      z.object({
        id: z.enum([
          'setup',
          'merged-change',
          'review-given',
          'deployed-change',
          'resolved-incident',
          'completed',
        ]),
        at: Time.optional(),
        seconds: z.number(),
        origin: Origin.optional(),
      }),
    ),
    role: z.enum(['self', 'buddy']),
    revision: z.int(),
  })
  .meta({ id: 'Journey' }) satisfies z.ZodType<Journey>;

const ReceiptSchema = z
  .object({ id: z.string(), trackRef: z.string(), userRef: z.string() })
  .meta({ id: 'JourneyReceipt' }) satisfies z.ZodType<JourneyReceipt>;

/** What a change answers: the journey to those who see it, and that it was changed to the others. */
export const ChangedJourneySchema = z.union([JourneySchema, ReceiptSchema]);

export const MyJourneysSchema = z
  .object({
    userRef: z.string(),
    isUnknown: z.boolean().optional(),
    journeys: z.array(JourneySchema),
    tasksForOthers: z.array(
      z.object({
        journeyId: z.string(),
        userRef: z.string(),
        trackTitle: z.string(),
        task: TaskSchema,
        dueAt: Time.optional(),
      }),
    ),
    buddyOf: z
      .array(
        z.object({
          journeyId: z.string(),
          userRef: z.string(),
          trackTitle: z.string(),
          state: StateSchema,
          progress: ProgressSchema,
        }),
      )
      .optional(),
    buddyProposals: z.array(
      z.object({
        journeyId: z.string(),
        userRef: z.string(),
        trackTitle: z.string(),
      }),
    ),
    helpRequests: z.array(HelpRequestSchema),
    startable: z.array(
      z.object({
        trackRef: z.string(),
        title: z.string(),
        purpose: Purpose,
        description: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'MyJourneys' }) satisfies z.ZodType<MyJourneys>;

export const JourneyPath = z.object({ id: z.string().min(1).max(200) });

export const TaskPath = JourneyPath.extend({
  task: z.string().min(1).max(200),
});

export const StartJourneyBody = z
  .strictObject({
    track: TrackRef,
    user: UserRef.optional().meta({
      description: 'Whom to put on it; the caller when left out',
    }),
    startAt: z.iso.datetime({ offset: true }).optional().meta({
      description: 'Where the catalog says nothing of when they start',
    }),
  })
  .meta({ id: 'StartJourney' }) satisfies z.ZodType<StartJourney>;

export const CompleteTaskBody = z
  .strictObject({
    url: WebUrl.optional().meta({ description: 'What shows it' }),
    at: z.iso.datetime({ offset: true }).optional().meta({
      description:
        'When it was done, told by software alone that acts for the person; now when left out. Neither in the future nor more than a day before the journey starts',
    }),
  })
  .meta({ id: 'CompleteTask' }) satisfies z.ZodType<CompleteTask>;

export const WaiveTaskBody = z
  .strictObject({
    reason: Reason,
    notApplicable: z.boolean().optional().meta({
      description: 'It cannot be done by this person at all',
    }),
  })
  .meta({ id: 'WaiveTask' }) satisfies z.ZodType<WaiveTask>;

export const EndJourneyBody = z
  .strictObject({ reason: Reason.optional() })
  .meta({ id: 'EndJourney' }) satisfies z.ZodType<EndJourney>;

export const MoveJourneyBody = z.strictObject({}).meta({ id: 'MoveJourney' });

export const AnswerBuddyBody = z.union([
  z.strictObject({ answer: z.enum(['accept', 'pass']) }),
  z.strictObject({ buddy: UserRef }),
]) satisfies z.ZodType<AnswerBuddy>;
