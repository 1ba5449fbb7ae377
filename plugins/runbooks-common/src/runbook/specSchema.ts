import * as z from 'zod';
import { RUNBOOK_TIERS } from './types';

/** A book of some two hundred pages; every reader of the catalog carries it along. */
const TEXT_LENGTH = 512 * 1024;

const text = (most: number) =>
  z
    .string()
    .min(1, { error: 'is empty' })
    .max(most, { error: `is longer than ${most} characters` });

const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .min(1, { error: 'is an empty list' })
    .max(500, { error: 'has more than 500 entries' });

/** The structure of `spec`; what it means is checked beside it. */
export const runbookSpecSchema = z.strictObject({
  owner: text(500).describe('The team that answers for the runbook.'),
  serves: z
    .strictObject({
      entities: listOf(text(500))
        .optional()
        .describe('References of the entities that it is for.'),
      filter: z
        .record(z.string(), z.unknown())
        .optional()
        .describe(
          'Which entities it is for besides, a plain filter predicate.',
        ),
    })
    .optional()
    .describe('What it is for.'),
  alerts: listOf(text(200))
    .optional()
    .describe(
      'Names of the alerts that lead to it; * stands for any characters, ? for one.',
    ),
  tier: z
    .enum(RUNBOOK_TIERS, { error: `takes ${RUNBOOK_TIERS.join(', ')}` })
    .optional()
    .describe('How much depends on it; normal when left out.'),
  timeToLive: z
    .string()
    .regex(/^[1-9]\d{0,2}[dw]$/, {
      error: 'takes a number of days or weeks, for example 90d or 26w',
    })
    .optional()
    .describe('How long a verification holds, in place of what the tier says.'),
  text: text(TEXT_LENGTH)
    .optional()
    .describe('The runbook in Markdown, mostly { $text: ./disk-full.md }.'),
  techdocs: z
    .strictObject({
      entity: text(500)
        .optional()
        .describe('The entity whose documentation holds it.'),
      path: text(500)
        .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\s?#\\]+$/, {
          error:
            'takes the path of a page within the documentation, for example runbooks/disk-full',
        })
        .describe('The page within the documentation.'),
    })
    .optional()
    .describe('A page of the documentation of an entity.'),
  url: text(2_000)
    .regex(/^https?:\/\/[^\s/]\S*$/i, {
      error: 'takes an http or https address',
    })
    .optional()
    .describe('Where it stands.'),
});
