import { isolated } from '@fairlead/bidi-text';
import { readQuestion } from '../attestations/readQuestion';
import { describeNode } from '../rule/describeTest';
import { Dialect, ParseContext } from '../rule/ParseContext';
import { parseRule } from '../rule/parseRule';
import { PatternCompiler } from '../rule/pattern';
import { isSame } from './isSame';
import {
  CheckDefinition,
  ScorecardEntityV1alpha1,
  ScorecardWaivers,
  WaivedMeaning,
} from './types';

/** Characters of two rules that are shown side by side. Nobody reads on, and each version keeps its sentences. */
const MOST_TEXT = 1_000;

const WAIVED: Record<WaivedMeaning, string> = {
  'left-out': 'leaves level and score',
  'accepted-risk': 'stays in the score as an accepted risk',
  counts: 'counts like one that does not pass',
};

/**
 * What changed between two versions of a definition, in sentences; for the marks in its history. Only what can change
 * a result counts: texts, links and titles do not.
 *
 * @public
 */
export function diffScorecards(
  before: ScorecardEntityV1alpha1,
  after: ScorecardEntityV1alpha1,
): string[] {
  return [
    ...diffAppliesTo(before.spec, after.spec),
    ...diffLevels(before.spec.levels, after.spec.levels),
    ...diffChecks(before.spec.checks, after.spec.checks),
    ...diffWaivers(before.spec.waivers, after.spec.waivers),
  ];
}

function diffAppliesTo(
  before: ScorecardEntityV1alpha1['spec'],
  after: ScorecardEntityV1alpha1['spec'],
): string[] {
  return isSame(before.appliesTo, after.appliesTo)
    ? []
    : [
        isolated`Applies where ${describe(
          after.appliesTo,
          'filter',
        )}, before where ${describe(before.appliesTo, 'filter')}`,
      ];
}

function diffLevels(before: string[], after: string[]): string[] {
  const added = after.filter(level => !before.includes(level));
  const removed = before.filter(level => !after.includes(level));
  const changes = [
    ...added.map(level => isolated`Level '${level}' was added`),
    ...removed.map(level => isolated`Level '${level}' was removed`),
  ];
  return changes.length > 0 || isSame(before, after)
    ? changes
    : [isolated`The levels are now in the order ${after.join(', ')}`];
}

function diffChecks(
  before: CheckDefinition[],
  after: CheckDefinition[],
): string[] {
  const earlier = new Map(before.map(check => [check.id, check]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap(check => {
      const old = earlier.get(check.id);
      return old
        ? diffCheck(old, check)
        : [isolated`Check '${check.id}' was added at level ${check.level}`];
    }),
    ...before
      .filter(({ id }) => !kept.has(id))
      .map(({ id }) => isolated`Check '${id}' was removed`),
  ];
}

function diffWaivers(
  before: ScorecardWaivers | undefined,
  after: ScorecardWaivers | undefined,
): string[] {
  const [old, now] = [before, after].map(
    waivers => WAIVED[waivers?.meaning ?? 'left-out'],
  );
  return old === now ? [] : [`A waived check ${now}, before it ${old}`];
}

function diffCheck(before: CheckDefinition, after: CheckDefinition): string[] {
  const name = `Check '${after.id}'`;
  const changes: string[] = [];
  if (before.level !== after.level) {
    changes.push(`${name} moved from level ${before.level} to ${after.level}`);
  }
  if (before.rule && after.rule && !isSame(before.rule, after.rule)) {
    const [old, now] = [before, after].map(({ rule }) =>
      describe(rule, 'rule'),
    );
    changes.push(
      old.length + now.length > MOST_TEXT
        ? `${name} has another rule`
        : `${name} now wants ${now}, before ${old}`,
    );
  }
  changes.push(...diffQuestions(before, after, name));
  if (!isSame(before.appliesTo, after.appliesTo)) {
    changes.push(
      `${name} now applies ${where(after.appliesTo)}, before ${where(
        before.appliesTo,
      )}`,
    );
  }
  const weights = [before.weight ?? 1, after.weight ?? 1];
  if (weights[0] !== weights[1]) {
    changes.push(`${name} now weighs ${weights[1]}, before ${weights[0]}`);
  }
  if (before.maxAge !== after.maxAge) {
    changes.push(
      `${name} now takes facts of ${age(after.maxAge)}, before of ${age(
        before.maxAge,
      )}`,
    );
  }
  if (before.from !== after.from) {
    changes.push(
      `${name} now counts ${start(after.from)}, before ${start(before.from)}`,
    );
  }
  return changes;
}

/** The wording of a question changes no result: whoever answered is not asked again for it. */
function diffQuestions(
  before: CheckDefinition,
  after: CheckDefinition,
  name: string,
): string[] {
  if (!before.question || !after.question) {
    if (!before.question && !after.question) {
      return [];
    }
    return [
      after.question
        ? `${name} is now a question, before a rule`
        : `${name} is now a rule, before a question`,
    ];
  }
  const [old, now] = [before.question, after.question].map(readQuestion);
  const changes: string[] = [];
  const [choicesBefore, choicesNow] = [old, now].map(({ choices }) =>
    choices
      .map(({ id, passes }) => (passes ? `${id} (passes)` : id))
      .join(', '),
  );
  if (choicesBefore !== choicesNow) {
    changes.push(`${name} now offers ${choicesNow}, before ${choicesBefore}`);
  }
  if (old.expiresAfter !== now.expiresAfter) {
    changes.push(
      `${name} now takes answers for ${now.expiresAfter}, before for ${old.expiresAfter}`,
    );
  }
  const [teamsBefore, teamsNow] = [before.question, after.question].map(
    ({ alsoAnsweredBy = [] }) =>
      ['the owner of the entity', ...alsoAnsweredBy].join(', '),
  );
  if (teamsBefore !== teamsNow) {
    changes.push(
      isolated`${name} is now answered by ${teamsNow}, before by ${teamsBefore}`,
    );
  }
  return changes;
}

function where(appliesTo: CheckDefinition['appliesTo']): string {
  return appliesTo === undefined
    ? 'everywhere'
    : `where ${describe(appliesTo, 'filter')}`;
}

function age(maxAge: string | undefined): string {
  return maxAge === undefined ? 'any age' : `at most ${maxAge}`;
}

function start(from: string | undefined): string {
  return from === undefined ? 'at once' : `from ${from}`;
}

/** An older version may hold what today's language refuses: it is then shown as it was written. */
function describe(rule: unknown, dialect: Dialect): string {
  const node = parseRule(
    rule,
    '',
    new ParseContext({
      dialect,
      judgesFacts: false,
      patterns: new PatternCompiler(),
      onProblem: () => undefined,
    }),
  );
  return node ? describeNode(node) : JSON.stringify(rule);
}
