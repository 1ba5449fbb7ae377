import { describeAnswers } from '../attestations/describeAnswers';
import { findAnsweringTeams } from '../attestations/findAnsweringTeams';
import { AnswersVerdict, judgeAnswers } from '../attestations/judgeAnswers';
import { readQuestion } from '../attestations/readQuestion';
import { CheckQuestion, ScorecardEntityV1alpha1 } from '../scorecard/types';
import { CheckJudge } from './CheckJudge';
import { RuleEnvironment } from './compileRule';
import { OUTCOME, Outcome } from './outcome';
import { EvaluationInput } from './types';

/** Answers that contradict each other tell nothing until it is settled which of them holds. */
const OUTCOMES: Record<AnswersVerdict, Outcome> = {
  passes: OUTCOME.true,
  fails: OUTCOME.false,
  contradicts: OUTCOME.noData,
  expired: OUTCOME.stale,
  unanswered: OUTCOME.noData,
};

/** Judges by the answers to the question of a check. */
export function compileQuestion(
  checkId: string,
  definition: CheckQuestion,
  options: { scorecard: ScorecardEntityV1alpha1; environment: RuleEnvironment },
): CheckJudge {
  const { scorecard } = options;
  const { context } = options.environment;
  const question = readQuestion(definition);

  const stand = ({ answers = [], entity, now }: EvaluationInput) => {
    const teams = findAnsweringTeams(entity, {
      scorecard,
      question: definition,
    });
    const standing = judgeAnswers(
      answers.filter(answer => answer.checkId === checkId),
      { question, teams, now },
    );
    return { standing, teams };
  };

  return {
    evaluate(input) {
      const { standing } = stand(input);
      for (const { state, expiresAt } of standing.answers) {
        if (state === 'in-force') {
          context.turnsAt(expiresAt);
        }
      }
      return OUTCOMES[standing.verdict];
    },
    explain(input) {
      const { standing, teams } = stand(input);
      return describeAnswers(standing, { question, teams });
    },
  };
}
