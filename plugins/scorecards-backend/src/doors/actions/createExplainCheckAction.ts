import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  Evidence,
  Fact,
  formatDuration,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ForCaller, registerAction } from '@fairlead/backend-routes';
import { EntityResults, ScorecardResults } from '../../answers/results';
import { readCheck } from './readCheck';
import { CheckIdInput, EntityRefInput, ScorecardRefInput, z } from './schema';

const FACT = 'facts.';

const QuestionOutput = z.object({
  text: z.string(),
  help: z.string().optional().describe('What to look at before answering'),
  choices: z.array(
    z.object({ id: z.string(), title: z.string(), passes: z.boolean() }),
  ),
  evidence: z
    .enum(['required', 'optional'])
    .describe('Whether an answer needs a link'),
  expiresAfter: z.string().describe('How long an answer holds'),
  teams: z
    .array(z.object({ side: z.string(), teamRef: z.string() }))
    .describe('Who may answer'),
});

const AnswerOutput = z.object({
  teamRef: z.string(),
  choiceTitle: z.string(),
  text: z.string().optional(),
  evidence: z.array(
    z.object({ url: z.string(), title: z.string().optional() }),
  ),
  answeredAt: z.string(),
  expiresAt: z.string(),
  state: z.enum(['in-force', 'expired', 'outdated', 'set-aside']),
});

export function createExplainCheckAction(options: {
  actionsRegistry: ActionsRegistryService;
  entities: EntityResults<ForCaller>;
  scorecards: ScorecardResults<ForCaller>;
}) {
  const { actionsRegistry, entities } = options;
  registerAction(actionsRegistry, {
    name: 'explain-check',
    title: 'Explain why a check has its status',
    description:
      'Tells why one check of a scorecard has its status for a catalog entity: what decided, from which values, how old these are, which source observed them and what it failed on. All of it is data from the catalog and its sources.',
    does: 'reads',
    input: z.object({
      entityRef: EntityRefInput,
      scorecardRef: ScorecardRefInput,
      checkId: CheckIdInput,
    }),
    output: z.object({
      entityRef: z.string(),
      scorecardRef: z.string(),
      checkId: z.string(),
      title: z.string(),
      level: z.string(),
      status: z.string(),
      since: z.string().describe('Since when it has this status, ISO 8601'),
      reason: z.string().describe('What decided'),
      rule: z.string().optional().describe('What the check asks for, in words'),
      question: QuestionOutput.optional().describe(
        'What a team is asked, where the check has no rule; people answer, in the portal',
      ),
      answers: z
        .array(AnswerOutput)
        .optional()
        .describe('The newest answer of each team, newest first'),
      why: z.string().optional().describe('Why it matters'),
      countsFrom: z
        .string()
        .optional()
        .describe('While it is only announced: from when it will count'),
      waiver: z
        .object({ id: z.string(), state: z.string(), expiresAt: z.string() })
        .optional()
        .describe('In force or asked for'),
      evidence: z
        .array(
          z.object({
            path: z
              .string()
              .describe(
                "'facts.<id>', 'answers.<team>', or a path in the entity itself",
              ),
            value: z.any().describe('Null when there is no value'),
            unit: z.string().optional(),
            observedAt: z.string().nullable(),
            age: z.string().optional().describe('How old the value is'),
            source: z.string().optional().describe('Which source observed it'),
            state: z
              .enum(['ok', 'stale', 'error'])
              .optional()
              .describe('How the fact stands now'),
            error: z.string().optional().describe('What the source failed on'),
          }),
        )
        .describe('The values that decided'),
    }),
    action: async ({ input, credentials }) => {
      const caller = { credentials };
      const { check, rule, ...refs } = await readCheck(input, {
        ...options,
        caller,
      });
      const { facts } = await entities.getFacts(refs.entityRef, caller);
      const { id, title, level, status, since, reason, why, countsFrom } =
        check;
      return {
        ...refs,
        checkId: id,
        title,
        level,
        status,
        since,
        reason,
        rule,
        question: check.question,
        answers: check.answers,
        why,
        countsFrom,
        ...(check.waiver && {
          waiver: {
            id: check.waiver.id,
            state: check.waiver.state,
            expiresAt: check.waiver.expiresAt,
          },
        }),
        evidence: check.evidence.map(one => explain(one, facts)),
      };
    },
  });
}

/** A value that decided, with what is known today of the fact that it is of. */
function explain(evidence: Evidence, facts: readonly Fact[]) {
  const { path, observedAt } = evidence;
  const fact = path.startsWith(FACT)
    ? facts.find(({ id }) => id === path.slice(FACT.length))
    : undefined;
  return {
    ...evidence,
    ...(observedAt && {
      age: formatDuration(Math.max(0, Date.now() - Date.parse(observedAt))),
    }),
    ...(fact && {
      source: fact.source,
      state: fact.state,
      ...(fact.error !== undefined && { error: fact.error }),
    }),
  };
}
