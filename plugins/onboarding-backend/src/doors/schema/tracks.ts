import { EntityRef, pageOf, Paging, RefPart } from '@fairlead/backend-routes';
import {
  PreviewTrack,
  TRACK_PURPOSES,
  TRACK_STARTS,
  TrackDetail,
  TrackPage,
  TrackPreview,
  TrackSummary,
} from '@fairlead/backstage-plugin-onboarding-common';
import { z } from 'zod';
import { MilestoneSchema } from './journeys';

/** The path of a track. */
export const TrackPath = z.object({ namespace: RefPart, name: RefPart });

export const TracksParams = Paging.extend({
  purpose: z.enum(TRACK_PURPOSES).optional(),
  q: z.string().max(200).optional().meta({
    description: 'Part of the title, in any case',
  }),
  startable: z.stringbool().optional().meta({
    description: 'Those that the caller may begin by themselves',
  }),
});

const TrackSummarySchema = z
  .object({
    trackRef: z.string(),
    title: z.string(),
    description: z.string().optional(),
    purpose: z.enum(TRACK_PURPOSES),
    ownerRef: z.string(),
    version: z.int(),
    starts: z.array(z.enum(TRACK_STARTS)),
    tasks: z.int(),
    milestones: z.int(),
    onTheWay: z.int().optional().meta({
      description:
        'Absent where they are fewer than five and the caller does not answer for the track',
    }),
  })
  .meta({ id: 'TrackSummary' }) satisfies z.ZodType<TrackSummary>;

export const TracksSchema = pageOf(TrackSummarySchema).meta({
  id: 'TrackPage',
}) satisfies z.ZodType<TrackPage>;

export const TrackDetailSchema = TrackSummarySchema.extend({
  plan: z.array(MilestoneSchema),
  missing: z.array(z.string()),
  versions: z.array(z.object({ version: z.int(), at: z.iso.datetime() })),
  isMine: z.boolean(),
}).meta({ id: 'TrackDetail' }) satisfies z.ZodType<TrackDetail>;

/** Characters of the YAML of one track. */
const YAML_LENGTH = 1024 * 1024;

export const PreviewBody = z
  .strictObject({
    track: z
      .union([z.string().max(YAML_LENGTH), z.record(z.string(), z.unknown())])
      .meta({ description: 'YAML, or the entity' }),
    user: EntityRef.optional().meta({
      description: 'As whom; the caller when left out',
    }),
  })
  .meta({ id: 'PreviewTrack' }) satisfies z.ZodType<PreviewTrack>;

export const PreviewSchema = z
  .object({
    problems: z.array(z.object({ path: z.string(), message: z.string() })),
    userRef: z.string().optional(),
    isForUser: z.boolean().optional(),
    plan: z.array(MilestoneSchema),
  })
  .meta({ id: 'TrackPreview' }) satisfies z.ZodType<TrackPreview>;
