import { CheckFixResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { RefPart } from '@fairlead/backend-routes';
import { z } from 'zod';

/** A check of a scorecard, and the entity that it judges. */
export const FixPath = z.object({
  kind: RefPart,
  namespace: RefPart,
  name: RefPart,
  scorecardNamespace: RefPart,
  scorecardName: RefPart,
  check: RefPart,
});

const keys = z
  .array(z.string())
  .meta({ description: 'The keys that lead to the field, outermost first' });

const EntityChangeSchema = z
  .discriminatedUnion('action', [
    z.object({ keys, action: z.literal('set'), value: z.json() }),
    z.object({ keys, action: z.literal('append'), value: z.json() }),
    z.object({ keys, action: z.literal('drop'), value: z.json() }),
    z.object({ keys, action: z.literal('remove') }),
  ])
  .meta({ id: 'EntityChange' });

const PlaceholderSchema = z
  .object({
    marker: z.string().meta({
      description: 'The text that stands for the value, in `after` as well',
    }),
    path: z.string(),
    wanted: z.string().meta({ description: 'What is asked of it, in words' }),
    prefix: z.string().optional(),
    type: z.enum(['text', 'number']),
    rule: z
      .record(z.string(), z.json())
      .meta({ description: 'The same as a rule over `spec.value`' }),
  })
  .meta({ id: 'FixPlaceholder' });

const LevelMoveSchema = z
  .object({ scorecardRef: z.string(), level: z.string() })
  .meta({ id: 'LevelMove' });

export const CheckFixSchema = z
  .object({
    kind: z.enum(['edit', 'link', 'text', 'none']),
    file: z.string().optional().meta({
      description: 'The address of the file that declares the entity',
    }),
    editUrl: z.string().optional(),
    before: z.string().optional().meta({
      description: 'The document of the entity in its file, as it is',
    }),
    after: z.string().optional(),
    line: z.int().optional().meta({
      description: 'The line of the file that `before` begins at',
    }),
    changes: z.array(EntityChangeSchema).optional(),
    placeholders: z.array(PlaceholderSchema).optional(),
    lines: z
      .string()
      .optional()
      .meta({ description: 'What the changes write, as lines to copy' }),
    problem: z
      .object({
        reason: z.enum([
          'template',
          'syntax',
          'not-found',
          'elsewhere',
          'no-place',
          'ahead',
          'unreachable',
          'unreadable',
          'too-large',
          'differs',
        ]),
        message: z.string(),
      })
      .optional()
      .meta({ description: 'Why there is no `before` and `after`' }),
    gains: z.array(LevelMoveSchema).meta({
      description: 'The levels that the edit reaches, over all scorecards',
    }),
    loses: z.array(LevelMoveSchema),
    text: z.string().optional(),
    url: z.string().optional(),
    prompt: z
      .string()
      .meta({ description: 'The check as a task for an agent, Markdown' }),
    verify: z.string().optional(),
  })
  .meta({ id: 'CheckFix' }) satisfies z.ZodType<CheckFixResponse>;
