import { Fact, FactDirectory } from '../facts';
import { CheckStatus, Evidence } from '../results';
import { PatternCompiler } from '../rule/pattern';
import { readRule } from '../rule/readRule';
import { ScorecardEntityV1alpha1 } from '../scorecard/types';
import { compileCheck, CompiledCheck } from './compileCheck';
import { CheckCosts } from './CheckCosts';
import { compileRule } from './compileRule';
import { EvaluationContext } from './EvaluationContext';
import { TOO_MUCH } from './explain';
import { FactReader } from './FactReader';
import { weigh } from './ladder';
import { OUTCOME, toStatus } from './outcome';
import {
  ActiveWaiver,
  CheckEvaluation,
  CompiledScorecard,
  EvaluationInput,
} from './types';

const NO_FACTS: ReadonlyMap<string, Fact> = new Map();

/** Shared by all evaluations that show none, so nobody may add to it. */
const NO_EVIDENCE = Object.freeze<Evidence[]>([]) as Evidence[];

/**
 * Makes a definition ready for many evaluations: rules become closures, paths and units are resolved, patterns compiled.
 *
 * @param definition - a definition that {@link validateScorecard} found no problem in
 * @param options - the known facts, for their units
 * @throws InputError naming the first problem met when the definition is not valid.
 * @public
 */
export function compileScorecard(
  definition: ScorecardEntityV1alpha1,
  options?: { facts?: FactDirectory },
): CompiledScorecard {
  const { levels, appliesTo, waivers } = definition.spec;
  const context = new EvaluationContext();
  const costs = new CheckCosts();
  const patterns = new PatternCompiler();
  const readers = new Map<string, FactReader>();
  const environment = {
    context,
    factReader(id: string) {
      const reader = readers.get(id) ?? new FactReader(id);
      readers.set(id, reader);
      return reader;
    },
  };
  const applies = compileRule(
    readRule(appliesTo, 'spec.appliesTo', { dialect: 'filter' }),
    environment,
  );
  const checks = definition.spec.checks.map((check, index) =>
    compileCheck(check, `spec.checks[${index}]`, {
      scorecard: definition,
      environment,
      facts: options?.facts,
      patterns,
    }),
  );

  return {
    definition,
    factIds: [...readers.keys()],
    hasQuestions: definition.spec.checks.some(({ question }) => question),
    get steps() {
      return context.steps;
    },
    get checkCosts() {
      return costs.perCheck(definition.spec.checks);
    },
    appliesTo(entity) {
      context.start(NO_FACTS, 0);
      return applies.evaluate(entity) === OUTCOME.true;
    },
    evaluate(input, { explain = false } = {}) {
      context.start(input.facts, input.now);
      const isSampled = costs.begin();
      const counted: (CheckStatus | undefined)[] = [];
      const evaluations: CheckEvaluation[] = [];
      for (let index = 0; index < checks.length; index += 1) {
        const check = checks[index];
        const before = context.steps;
        const evaluation = evaluateCheck(check, context, input, explain);
        if (isSampled) {
          costs.add(index, context.steps - before);
        }
        evaluations.push(evaluation);
        counted.push(
          evaluation.countsFrom === undefined ? evaluation.status : undefined,
        );
      }
      return {
        ...weigh(levels, checks, counted, waivers?.meaning),
        checks: evaluations,
        nextChangeAt:
          context.nextChangeAt === Infinity ? undefined : context.nextChangeAt,
      };
    },
  };
}

function evaluateCheck(
  check: CompiledCheck,
  context: EvaluationContext,
  input: EvaluationInput,
  explain: boolean,
): CheckEvaluation {
  const { entity } = input;
  const applies = check.appliesTo?.rule.evaluate(entity) ?? OUTCOME.true;
  if (applies !== OUTCOME.true) {
    const isKnown = applies === OUTCOME.false;
    const reason = isKnown
      ? `Applies only where ${check.appliesTo?.description}`
      : `Whether it applies was not judged: ${TOO_MUCH}`;
    return {
      id: check.id,
      status: isKnown ? 'not-applicable' : 'error',
      reason: explain ? reason : '',
      evidence: NO_EVIDENCE,
    };
  }

  const outcome = check.judge.evaluate(input);
  const evaluation: CheckEvaluation = {
    id: check.id,
    status: toStatus(outcome),
    reason: '',
    evidence: NO_EVIDENCE,
  };
  if (explain) {
    Object.assign(evaluation, check.judge.explain(input));
  }
  if (check.from && input.now < check.from.time) {
    evaluation.countsFrom = check.from.text;
    context.turnsAt(check.from.time);
  }
  if (outcome !== OUTCOME.true && input.waivers) {
    waive(evaluation, input.waivers, context);
  }
  return evaluation;
}

/** A check that passes needs no waiver and stays a pass. */
function waive(
  evaluation: CheckEvaluation,
  waivers: readonly ActiveWaiver[],
  context: EvaluationContext,
) {
  let longest: ActiveWaiver | undefined;
  for (const waiver of waivers) {
    if (
      waiver.checkId === evaluation.id &&
      waiver.expiresAt > context.now &&
      waiver.expiresAt > (longest?.expiresAt ?? -Infinity)
    ) {
      longest = waiver;
    }
  }
  if (longest) {
    evaluation.status = 'waived';
    evaluation.waiverId = longest.id;
    context.turnsAt(longest.expiresAt);
  }
}
