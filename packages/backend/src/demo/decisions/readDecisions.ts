import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** What is said of one check of one entity. Scorecards and users by name, entities by ref. */
const OnCheck = {
  scorecard: z.string(),
  check: z.string(),
  entity: z.string(),
  by: z.string(),
};

const WaiverSchema = z.strictObject({
  ...OnCheck,
  reason: z.string(),
  /** How many days it is asked for. */
  days: z.number().int().positive(),
  /** What others decide about it, in this order. */
  decisions: z
    .array(
      z.strictObject({
        by: z.string(),
        decision: z.enum(['approve', 'reject', 'revoke']),
        reason: z.string().optional(),
      }),
    )
    .default([]),
});

const AnswerSchema = z.strictObject({
  ...OnCheck,
  /** Name of the group that is answered for. */
  team: z.string(),
  choice: z.string(),
  text: z.string().optional(),
  evidence: z
    .array(z.strictObject({ url: z.url(), title: z.string() }))
    .default([]),
});

const CampaignSchema = z.strictObject({
  scorecard: z.string(),
  checks: z.array(z.string()).min(1),
  /** Which entities of the scorecard it is about; all without. */
  appliesTo: z.record(z.string(), z.json()).optional(),
  title: z.string(),
  why: z.string(),
  /** Name of the group that owns it. */
  owner: z.string(),
  /** Who drafts it. */
  by: z.string(),
  /** It is to start so many days from now, and to end so many. */
  startsInDays: z.number().int().nonnegative(),
  endsInDays: z.number().int().positive(),
  /** Who starts it; a draft without. */
  startedBy: z.string().optional(),
});

const FileSchema = z.strictObject({
  waivers: z.array(WaiverSchema),
  answers: z.array(AnswerSchema),
  campaigns: z.array(CampaignSchema),
});

/** What the people of the demo organisation decide about its scorecards. */
export type DemoDecisions = z.infer<typeof FileSchema>;
export type DemoWaiver = z.infer<typeof WaiverSchema>;
export type DemoAnswer = z.infer<typeof AnswerSchema>;
export type DemoCampaign = z.infer<typeof CampaignSchema>;

/** Reads what the people of the demo organisation decide about its scorecards. */
export async function readDecisions(folder: string): Promise<DemoDecisions> {
  const text = await readFile(join(folder, 'decisions.yaml'), 'utf8');
  return FileSchema.parse(parse(text));
}
