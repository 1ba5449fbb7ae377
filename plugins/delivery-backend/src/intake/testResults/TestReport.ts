import { OUTCOMES, Outcome } from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';

/** One test case of a report. */
export interface TestCase {
  suite: string;
  case: string;
  /** How it ended; of several tries, how the last of them did. */
  outcome: Outcome;
  /** Its tries failed and succeeded. */
  flaky?: boolean;
  durationMs?: number;
}

/** A part of a report, as it is put into the inbox. */
export const testReportSchema = z.object({
  repo: z.string(),
  sha: z.string(),
  runId: z.string(),
  attempt: z.int(),
  /** The source of the run, as records name it, for example `github`. */
  runSource: z.string(),
  entityRef: z.string().optional(),
  /** When it was sent: the times in a report have no zone. */
  reportedAt: z.iso.datetime({ precision: 3 }),
  cases: z.array(
    z.object({
      suite: z.string(),
      case: z.string(),
      outcome: z.enum(OUTCOMES as [Outcome, ...Outcome[]]),
      flaky: z.boolean().optional(),
      durationMs: z.number().optional(),
    }),
  ),
});

export type TestReport = z.infer<typeof testReportSchema>;
