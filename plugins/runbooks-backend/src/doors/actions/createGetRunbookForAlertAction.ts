import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  actionZod as z,
  ForCaller,
  parseInput,
  registerAction,
} from '@fairlead/backend-routes';
import { RunbookForAnswers } from '../../answers/for';
import { Runbooks } from '../../answers/registry';
import { RunbookForQuery } from '../schema/alerts';
import { healthOutput } from './healthOutput';
import { listTelemetry } from './listTelemetry';

export function createGetRunbookForAlertAction(options: {
  actionsRegistry: ActionsRegistryService;
  runbookFor: RunbookForAnswers<ForCaller>;
  runbooks: Runbooks<ForCaller>;
}) {
  const { actionsRegistry, runbookFor, runbooks } = options;
  registerAction(actionsRegistry, {
    name: 'get-runbook-for-alert',
    title: 'Get the runbook for an alert',
    description:
      'Finds the runbook of an alert on a catalog entity and reads it: the raw Markdown, how it stands part by part, the dashboards and queries that it links, and what is wrong with it. Nothing is executed, and reading it verifies nothing. Where there is none, says why and what to do.',
    does: 'reads',
    input: z.object({
      alert: z
        .string()
        .optional()
        .describe("The name of the alert, such as 'DiskFull'"),
      entity: z
        .string()
        .optional()
        .describe(
          "The ref of the entity that it is about, such as 'component:default/checkout'",
        ),
    }),
    output: z.object({
      alert: z.string().optional(),
      entityRef: z.string().optional(),
      labels: z
        .record(z.string())
        .describe('Of the alert that fires now; they fill placeholders'),
      runbook: z
        .object({
          id: z.string(),
          title: z.string(),
          url: z.string().optional(),
          ownerRef: z.string().optional(),
          health: healthOutput,
          text: z
            .string()
            .optional()
            .describe('Markdown; absent where none could be read, ever'),
          copiedAt: z.string().optional(),
          isLastGoodCopy: z
            .boolean()
            .describe('What is there now cannot be read'),
          telemetry: z.array(
            z.object({
              kind: z.enum(['dashboard', 'query']),
              title: z.string().optional(),
              url: z.string().optional(),
              query: z.string().optional(),
            }),
          ),
          problems: z.array(
            z.object({
              line: z.number(),
              column: z.number(),
              rule: z.string(),
              severity: z.string(),
              message: z.string(),
            }),
          ),
        })
        .optional(),
      others: z
        .array(z.object({ id: z.string(), title: z.string() }))
        .describe('Those that fit less well, best first'),
      reason: z.string().optional().describe('Why there is none'),
    }),
    action: async ({ input, credentials }) => {
      const caller = { credentials };
      const { runbook, others, ...found } = await runbookFor.find(
        parseInput(RunbookForQuery, input, 'Input'),
        caller,
      );
      const detail = runbook && (await runbooks.get(runbook.id, caller));
      return {
        ...found,
        ...(detail && {
          runbook: {
            id: detail.id,
            title: detail.title,
            url: detail.url,
            ownerRef: detail.ownerRef,
            health: detail.health,
            text: detail.text,
            copiedAt: detail.copiedAt,
            isLastGoodCopy: detail.isLastGoodCopy,
            telemetry: listTelemetry(detail.text ?? ''),
            problems: detail.problems,
          },
        }),
        others: others.map(({ id, title }) => ({ id, title })),
      };
    },
  });
}
