import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const UseSchema = z
  .strictObject({
    /** Names of entities in the default namespace. */
    runbook: z.string(),
    entity: z.string(),
    /** Name of the user; an agent's without. */
    by: z.string().optional(),
    /** It began so many days before the day of the first start, at that time of UTC. */
    daysAgo: z.number().int().positive().optional(),
    at: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional(),
    /** It began so long before the first start. */
    minutesAgo: z.number().int().positive().optional(),
    /** The name of the alert, or `drill`. */
    for: z.string(),
    /** How long it took, or takes until now. */
    minutes: z.number().positive(),
    /** How many steps were ticked. */
    steps: z.number().int().nonnegative().optional(),
    /** Where a step was run. */
    run: z.strictObject({ url: z.url(), title: z.string() }).optional(),
    /** Under way without. */
    outcome: z.enum(['helped', 'misled', 'missing']).optional(),
    note: z.string().optional(),
  })
  .refine(
    ({ at, daysAgo, minutesAgo }) =>
      minutesAgo !== undefined || (at !== undefined && daysAgo !== undefined),
    { error: 'begins some minutes ago, or some days ago at a time' },
  );

/** A use of a runbook by somebody of the demo organisation. */
export type DemoUse = z.infer<typeof UseSchema>;

const FileSchema = z.strictObject({ uses: z.array(UseSchema) });

/** Reads how the demo organisation used its runbooks. */
export async function readUses(folder: string): Promise<DemoUse[]> {
  const text = await readFile(join(folder, 'uses.yaml'), 'utf8');
  return FileSchema.parse(parse(text)).uses;
}
