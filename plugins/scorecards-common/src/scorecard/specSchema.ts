import * as z from 'zod';
import { LIMITS } from '../rule/limits';

const ID_WORDS = 'lower case words joined by -, at most 63 characters';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { error: `takes ${ID_WORDS}` })
  .max(63, { error: `takes ${ID_WORDS}` });

const title = z
  .string()
  .min(1, { error: 'is empty' })
  .max(LIMITS.titleLength, {
    error: `is longer than ${LIMITS.titleLength} characters`,
  });

const text = z.string().max(LIMITS.textLength, {
  error: `is longer than ${LIMITS.textLength} characters`,
});

/** Conditions are read by the rule parser, which knows their paths; the schema only says that there are some. */
const conditions = z.record(z.string(), z.unknown());

const fix = z.strictObject({
  text: text
    .optional()
    .describe('What to do, in one or two sentences. Markdown.'),
  url: z
    .string()
    .max(2_000, { error: 'is longer than 2000 characters' })
    .regex(/^(?:https?:\/\/[^\s/]|\/(?!\/))\S*$/, {
      error: 'takes an http or https address, or a path of the portal',
    })
    .optional()
    .describe('Where to read on, or the template that does it.'),
  prompt: text
    .optional()
    .describe('What an agent that mends it is told besides.'),
  verify: text
    .optional()
    .describe('How whoever mended it sees that it is, for example a command.'),
});

const QUESTION_LIMITS = { choices: 10, teams: 5 };

const choice = z.strictObject({
  id: id.describe(`Unique within the question: ${ID_WORDS}.`),
  title: title.describe('What the form shows.'),
  passes: z
    .boolean({ error: 'takes true or false' })
    .describe('Whether the check passes where this is the answer.'),
});

const question = z.strictObject({
  text: title.describe('What is asked.'),
  help: text.optional().describe('What to look at before answering. Markdown.'),
  choices: z
    .array(choice)
    .min(2, { error: 'offers at least two choices' })
    .max(QUESTION_LIMITS.choices, {
      error: `offers more than ${QUESTION_LIMITS.choices} choices`,
    })
    .optional()
    .describe(
      'What can be answered; yes, which passes, partly and no when left out.',
    ),
  evidence: z
    .enum(['required', 'optional'], { error: 'takes required or optional' })
    .optional()
    .describe(
      'Whether an answer needs a link to what it rests on; optional when left out.',
    ),
  expiresAfter: z
    .string()
    .optional()
    .describe('How long an answer holds, e.g. 90d; 180d when left out.'),
  alsoAnsweredBy: z
    .array(z.string().min(1, { error: 'is empty' }))
    .max(QUESTION_LIMITS.teams, {
      error: `names more than ${QUESTION_LIMITS.teams} teams`,
    })
    .optional()
    .describe(
      'Who may answer besides the team that owns the entity: groups, and scorecard-owner for the team that owns the scorecard.',
    ),
});

const check = z
  .strictObject({
    id: id.describe(`Unique within the scorecard: ${ID_WORDS}.`),
    title: title.describe('What holds when the check passes.'),
    description: text.optional().describe('More about the check.'),
    level: id.describe('One of the levels of the scorecard.'),
    weight: z
      .number()
      .positive({ error: 'takes a number above 0' })
      .max(1_000, { error: 'takes a number of at most 1000' })
      .optional()
      .describe('How much the check counts in the score; 1 when left out.'),
    maxAge: z
      .string()
      .optional()
      .describe('Facts older than this are stale for the check, e.g. 14d.'),
    from: z
      .string()
      .optional()
      .describe(
        'The day from which the check counts; before it, it is only announced.',
      ),
    appliesTo: conditions
      .optional()
      .describe(
        'Which of the entities the check is about, a plain filter predicate; all when left out.',
      ),
    rule: conditions
      .optional()
      .describe(
        'What must hold: conditions on the entity, and on its facts as facts.<factId>. Each check has a rule, or a question in its place.',
      ),
    question: question
      .optional()
      .describe('What a team is asked in a form, in place of a rule.'),
    why: text.optional().describe('Why it matters, in a sentence.'),
    fix: fix.optional().describe('How a failing check is mended.'),
  })
  // For readers of the JSON schema; checkMeaning says it in words.
  .meta({ oneOf: [{ required: ['rule'] }, { required: ['question'] }] });

const waivers = z.strictObject({
  meaning: z
    .enum(['left-out', 'accepted-risk', 'counts'], {
      error: 'takes left-out, accepted-risk or counts',
    })
    .optional()
    .describe(
      'What a waived check means: left out of level and score, as when this is left out; an accepted risk, which keeps the level and stays in the score; or it counts in both like one that does not pass.',
    ),
  maxShare: z
    .number()
    .positive({ error: 'takes a number above 0' })
    .max(1, { error: 'takes a number of at most 1' })
    .optional()
    .describe(
      'The largest share of the entities a check applies to that may be exempt from it, e.g. 0.1; a request above it is refused.',
    ),
});

/** The structure of `spec`; what it means is checked beside it. */
export const scorecardSpecSchema = z.strictObject({
  owner: z
    .string()
    .min(1, { error: 'is empty' })
    .describe('The team that answers for the scorecard.'),
  appliesTo: conditions.describe(
    'Which entities the scorecard judges, a plain filter predicate.',
  ),
  levels: z
    .array(id)
    .min(1, { error: 'names at least one level' })
    .max(LIMITS.levels, { error: `has more than ${LIMITS.levels} levels` })
    .describe('The levels, the lowest first.'),
  checks: z
    .array(check)
    .min(1, { error: 'has at least one check' })
    .max(LIMITS.checks, {
      error: `has more than ${LIMITS.checks} checks, split the scorecard`,
    })
    .describe('The checks, in the order in which they are shown.'),
  waivers: waivers
    .optional()
    .describe('What waivers mean here, and how many there may be.'),
});
