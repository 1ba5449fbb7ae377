/** The answers to the quick check; those not given are left out. @public */
export interface QuickCheckAnswers {
  /** 1 for the slowest of the six answers, 6 for the fastest. */
  leadTime?: number;
  deploymentFrequency?: number;
  recoveryTime?: number;
  /** From 0 to 1. */
  changeFailRate?: number;
  reworkRate?: number;
}

/** Scores from 0 to 10; undefined where nothing was answered. @public */
export interface QuickCheckScores {
  throughput?: number;
  stability?: number;
  overall?: number;
}

const category = (answer: number | undefined) =>
  answer === undefined ? undefined : (answer - 1) * 2;

const percentage = (ratio: number | undefined) =>
  ratio === undefined ? undefined : (1 - ratio) * 10;

function mean(scores: (number | undefined)[]): number | undefined {
  const given = scores.filter(score => score !== undefined);
  return given.length === 0
    ? undefined
    : given.reduce((sum, score) => sum + score, 0) / given.length;
}

/**
 * Scores answers as the quick check of DORA does: six categories map to 0, 2, … 10, a share of failures of 0 to 10 and
 * of 1 to 0; a score is the mean of what was answered.
 *
 * @public
 */
export function quickCheckScores(answers: QuickCheckAnswers): QuickCheckScores {
  const throughput = [
    category(answers.leadTime),
    category(answers.deploymentFrequency),
    category(answers.recoveryTime),
  ];
  const stability = [
    percentage(answers.changeFailRate),
    percentage(answers.reworkRate),
  ];
  return {
    throughput: mean(throughput),
    stability: mean(stability),
    overall: mean([...throughput, ...stability]),
  };
}
