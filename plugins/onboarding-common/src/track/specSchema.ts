import * as z from 'zod';
import { LIMITS } from './limits';
import { readDuration } from './readDuration';
import {
  CONTRIBUTION_KINDS,
  GENERATED_PARTS,
  TRACK_PURPOSES,
  TRACK_STARTS,
} from './types';

const text = (most: number) =>
  z
    .string()
    .min(1, { error: 'is empty' })
    .max(most, { error: `is longer than ${most} characters` });

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `takes ${values.join(', ')}` });

const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z.array(item).max(most, { error: `has more than ${most} entries` });

const id = text(LIMITS.id).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error:
    'takes lower case letters, digits and dashes, for example first-change',
});

const ref = text(500);

const duration = (example: string) =>
  z.string().refine(value => readDuration(value) !== undefined, {
    error: `takes a whole number and one of m, h, d, w, of five years at most, for example ${example}`,
  });

/** An address of the web, or a path of the portal such as `/docs`. */
const address = text(2_000).regex(/^(?:https?:\/\/[^\s/]\S*|\/(?!\/)\S*)$/i, {
  error:
    'takes an address that begins with http:// or https://, or a path of the portal such as /docs',
});

const object = z.record(z.string(), z.unknown());

/** All that a verification can hold; that it is one, and one alone, is checked beside it. */
const verification = z.strictObject({
  record: oneOf(CONTRIBUTION_KINDS)
    .optional()
    .describe('Work that records show, from the start of the journey on.'),
  times: z
    .int({ error: 'takes a whole number' })
    .min(1, { error: 'is at least 1' })
    .max(100, { error: 'is at most 100' })
    .optional()
    .describe('How often; once when left out.'),
  fact: object
    .optional()
    .describe('A rule over facts of scorecards, as checks have it.'),
  of: ref
    .optional()
    .describe(
      'Of which entity the facts are: newcomer, team or a reference; the team when left out.',
    ),
  template: ref
    .optional()
    .describe('The scaffolder template that the task starts.'),
  values: object
    .optional()
    .describe('What it is started with; {{user}} and {{team}} are names.'),
  buddy: z.literal(true, { error: 'takes true' }).optional(),
  self: z.literal(true, { error: 'takes true' }).optional(),
});

const task = z.strictObject({
  id: id.describe('Unique in the track.'),
  title: text(LIMITS.title),
  description: text(LIMITS.description).optional().describe('Markdown.'),
  links: listOf(
    z.strictObject({ url: address, title: text(LIMITS.title).optional() }),
    20,
  ).optional(),
  docs: address
    .optional()
    .describe('The documentation that it is about; votes go to the owner.'),
  owner: ref
    .optional()
    .describe('Whom to ask; the owner of the track when left out.'),
  for: ref
    .optional()
    .describe(
      'Who does it: newcomer, buddy, manager, or the reference of a group or user.',
    ),
  after: listOf(text(LIMITS.id), 50)
    .optional()
    .describe('The tasks that come first.'),
  optional: z.boolean().optional().describe('It does not count.'),
  takes: duration('2h').optional().describe('How long it takes.'),
  verifiedBy: verification
    .optional()
    .describe('How it is verified; by whoever does it when left out.'),
});

const milestone = z.strictObject({
  id: id.describe('Unique in the track.'),
  title: text(LIMITS.title),
  due: duration('1w')
    .optional()
    .describe('From the start; 0d is before day one.'),
  tasks: z.array(task),
  generate: listOf(oneOf(GENERATED_PARTS), GENERATED_PARTS.length)
    .optional()
    .describe('What the catalog adds, of the team of whoever is on the track.'),
});

/** The structure of `spec`; what it means is checked beside it. */
export const trackSpecSchema = z.strictObject({
  owner: ref.describe('The team that answers for the track.'),
  purpose: oneOf(TRACK_PURPOSES)
    .optional()
    .describe('onboarding when left out.'),
  audience: object
    .optional()
    .describe(
      'Whom it is for: a filter predicate over the user, and besides groups and owned.',
    ),
  starts: listOf(oneOf(TRACK_STARTS), TRACK_STARTS.length)
    .min(1, { error: 'is an empty list' })
    .optional()
    .describe('How a journey may start; all ways when left out.'),
  includes: listOf(ref, 20)
    .optional()
    .describe('Tracks whose milestones come first.'),
  buddy: z
    .strictObject({
      atOnce: z
        .int({ error: 'takes a whole number' })
        .min(1, { error: 'is at least 1' })
        .max(20, { error: 'is at most 20' })
        .optional()
        .describe(
          'How many journeys one buddy goes along with; 2 when left out.',
        ),
    })
    .optional()
    .describe('Somebody of the team who goes along.'),
  milestones: listOf(milestone, LIMITS.milestones),
});
