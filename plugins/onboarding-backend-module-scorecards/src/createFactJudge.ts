import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  FactJudge,
  FactQuestion,
  FactVerdict,
} from '@fairlead/backstage-plugin-onboarding-node';
import {
  compileScorecard,
  Fact,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardsService } from '@fairlead/backstage-plugin-scorecards-node';

/** How many entities are read at once. */
const AT_ONCE = 4;

/** Judges rules by the engine of scorecards, from the facts that the scorecards backend has. */
export function createFactJudge(options: {
  scorecards: Pick<ScorecardsService, 'readFacts'>;
  now?: () => number;
}): FactJudge {
  const { scorecards, now = Date.now } = options;
  return {
    async judge(questions) {
      const facts = await readAll(questions, scorecards);
      return questions.map(question =>
        answer(question, facts.get(stringifyEntityRef(question.entity)), now()),
      );
    },
  };
}

/** The facts of each entity, once however many rules ask for them. */
async function readAll(
  questions: readonly FactQuestion[],
  scorecards: Pick<ScorecardsService, 'readFacts'>,
): Promise<Map<string, Fact[]>> {
  const waiting = [
    ...new Set(questions.map(({ entity }) => stringifyEntityRef(entity))),
  ];
  const facts = new Map<string, Fact[]>();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
        facts.set(ref, await scorecards.readFacts(ref));
      }
    }),
  );
  return facts;
}

function answer(
  { entity, rule }: FactQuestion,
  facts: readonly Fact[] = [],
  now: number,
): FactVerdict {
  try {
    const [check] = compileScorecard(scorecardOf(rule, entity)).evaluate(
      { entity, facts: new Map(facts.map(fact => [fact.id, fact])), now },
      { explain: true },
    ).checks;
    const reason = check.reason || undefined;
    switch (check.status) {
      case 'pass':
        return { holds: true, reason };
      case 'fail':
        return { holds: false, reason };
      default:
        return { holds: 'unknown', reason };
    }
  } catch (error) {
    return { holds: 'unknown', reason: stringifyError(error) };
  }
}

/** A scorecard of this rule alone, since scorecards are what the engine knows. */
function scorecardOf(
  rule: FactQuestion['rule'],
  { kind }: Entity,
): ScorecardEntityV1alpha1 {
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Scorecard',
    metadata: { name: 'task' },
    spec: {
      owner: 'group:default/task',
      appliesTo: { kind },
      levels: ['verified'],
      checks: [{ id: 'task', title: 'Task', level: 'verified', rule }],
    },
  } as ScorecardEntityV1alpha1;
}
