import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const NewcomerSchema = z.strictObject({
  /** Name of the user. */
  user: z.string(),
  /** Name of the track. */
  track: z.string().default('organisation'),
  /** They start so many days before the day of the first start; after it where it is negative. */
  daysAgo: z.number().int(),
  /** Their work begins with the journey; others worked here before. */
  isNew: z.boolean().default(true),
  /** An agent helps with what they change. */
  withAgent: z.boolean().default(false),
  /** Their one change, in the repository of a component, which they merge by hand. They do no other work. */
  firstChange: z
    .strictObject({ component: z.string(), login: z.string() })
    .optional(),
  /** What whoever is proposed as their buddy answers. */
  buddy: z.enum(['accept', 'pass']).optional(),
  /** The tasks that they tick. */
  done: z.array(z.string()).default([]),
  /** They tick everything that is theirs to tick, what the catalog adds too. */
  finishes: z.boolean().default(false),
  /** What they ask for help with. */
  stuckOn: z
    .strictObject({
      task: z.string(),
      tried: z.string(),
      errorSays: z.string(),
      ifNobodyWereHere: z.string(),
      missing: z.enum(['context', 'confidence']),
    })
    .optional(),
});

/** Somebody of the demo organisation who is on a track. */
export type DemoNewcomer = z.infer<typeof NewcomerSchema>;

const FileSchema = z.strictObject({ newcomers: z.array(NewcomerSchema) });

/** Reads who came to the demo organisation lately. */
export async function readNewcomers(folder: string): Promise<DemoNewcomer[]> {
  const text = await readFile(join(folder, 'newcomers.yaml'), 'utf8');
  return FileSchema.parse(parse(text)).newcomers;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** When somebody starts: at seven in the morning of their day. Milliseconds since the epoch. */
export function startOf(
  { daysAgo }: Pick<DemoNewcomer, 'daysAgo'>,
  firstDay: number,
): number {
  return firstDay - daysAgo * DAY + 7 * HOUR;
}
