import { isolated } from '@fairlead/bidi-text';
import { readQuestion } from '../attestations';
import { FactDirectory } from '../facts';
import { PatternCompiler } from '../rule/pattern';
import { readRule } from '../rule/readRule';
import { describeNode } from '../rule/describeTest';
import { CheckQuestion, ScorecardEntityV1alpha1 } from '../scorecard';
import { asksForAgentShare } from './asksForAgentShare';
import { canHold, Demand } from './canHold';
import { findRepeats } from './findRepeats';
import { ScorecardFinding } from './types';

/** Checks that a level can hold before nobody knows what it is about. */
const MOST_HEADLINES = 5;

/** Checks that weigh less than one are details and no headlines. */
const HEADLINE_WEIGHT = 1;

/**
 * What a definition had better not say although it is valid: checks whose result is known before any entity is looked
 * at, that repeat each other or crowd a level, and targets on how much of the work is done by agents.
 *
 * @param definition - a definition that {@link validateScorecard} found no problem in
 * @param options - the known facts, for what values they can have; `now` is the time that ages are measured from; `work` is
 * how many values may be tried for the whole definition, before what is not certain yet is left out
 * @throws InputError when the definition is not valid.
 * @public
 */
export function lintScorecard(
  definition: ScorecardEntityV1alpha1,
  options?: { facts?: FactDirectory; now?: number; work?: number },
): ScorecardFinding[] {
  return [
    ...lintOutcomes(definition, {
      facts: options?.facts,
      now: options?.now ?? Date.now(),
      work: options?.work && options.work / (3 * definition.spec.checks.length),
    }),
    ...findRepeats([definition]).map(({ path, asks, first }) => ({
      path: `${path}.${asks}`,
      rule: 'check-repeats' as const,
      message: isolated`asks what the check '${first.checkId}' asks already, remove one of them`,
    })),
    ...lintLevels(definition),
  ];
}

function lintOutcomes(
  { spec }: ScorecardEntityV1alpha1,
  options: { facts?: FactDirectory; now: number; work?: number },
): ScorecardFinding[] {
  const findings: ScorecardFinding[] = [];
  const patterns = new PatternCompiler();
  const possible = (...demands: Demand[]) => canHold(demands, options);
  const holds = (value: unknown, path: string): Demand => ({
    node: readRule(value, path, { dialect: 'filter' }),
    wants: true,
  });

  const scope = holds(spec.appliesTo, 'spec.appliesTo');
  if (!possible(scope)) {
    return [
      {
        path: 'spec.appliesTo',
        rule: 'scorecard-never-applies',
        message: 'no entity can meet these conditions, so nothing is judged',
      },
    ];
  }
  for (const [index, check] of spec.checks.entries()) {
    const path = `spec.checks[${index}]`;
    const applies =
      check.appliesTo === undefined
        ? [scope]
        : [scope, holds(check.appliesTo, `${path}.appliesTo`)];
    const report = (
      rule: ScorecardFinding['rule'],
      where: string,
      message: string,
    ) => findings.push({ path: `${path}.${where}`, rule, message });
    if (!possible(...applies)) {
      report(
        'check-never-applies',
        'appliesTo',
        'no entity that the scorecard judges can meet these conditions, so the check applies to none',
      );
      continue;
    }
    if (check.question) {
      lintChoices(check.question, report);
      continue;
    }
    const node = readRule(check.rule, `${path}.rule`, {
      dialect: 'rule',
      facts: options.facts,
      patterns,
    });
    if (!possible(...applies, { node, wants: true })) {
      report(
        'check-never-passes',
        'rule',
        isolated`nothing can pass: no value meets '${describeNode(node)}'`,
      );
    } else if (!possible(...applies, { node, wants: false })) {
      report(
        'check-never-fails',
        'rule',
        isolated`nothing can fail: whatever is known meets '${describeNode(
          node,
        )}'; ask what the value has to be`,
      );
    }
    const share = asksForAgentShare(node);
    if (share !== undefined) {
      report(
        'agent-share-target',
        'rule',
        isolated`sets a target on '${share}', which tells how much of the work is that of agents and not how good it is; ask for an outcome such as the change fail rate`,
      );
    }
  }
  return findings;
}

/** A question whose choices all come to the same asks nothing. */
function lintChoices(
  question: CheckQuestion,
  report: (
    rule: ScorecardFinding['rule'],
    where: string,
    message: string,
  ) => void,
) {
  const { choices } = readQuestion(question);
  if (choices.every(({ passes }) => !passes)) {
    report(
      'check-never-passes',
      'question.choices',
      'nothing can pass: none of the choices does',
    );
  } else if (choices.every(({ passes }) => passes)) {
    report(
      'check-never-fails',
      'question.choices',
      'nothing can fail: all of the choices pass',
    );
  }
}

function lintLevels({ spec }: ScorecardEntityV1alpha1): ScorecardFinding[] {
  return spec.levels.flatMap((level, index): ScorecardFinding[] => {
    const path = `spec.levels[${index}]`;
    const checks = spec.checks.filter(check => check.level === level);
    const headlines = checks.filter(
      ({ weight = 1 }) => weight >= HEADLINE_WEIGHT,
    );
    if (checks.length === 0) {
      return [
        {
          path,
          rule: 'level-empty',
          message: isolated`no check is at '${level}', so whatever reaches the level below it reaches it too`,
        },
      ];
    }
    return headlines.length > MOST_HEADLINES
      ? [
          {
            path,
            rule: 'level-crowded',
            message: isolated`'${level}' has ${headlines.length} headline checks, more than ${MOST_HEADLINES}; move some to another level, or give details a weight below ${HEADLINE_WEIGHT}`,
          },
        ]
      : [];
  });
}
