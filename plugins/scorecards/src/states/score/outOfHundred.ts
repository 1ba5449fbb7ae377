/** A score of 0 to 1 out of a hundred. All and nothing are said only of all and nothing: 431 of 432 is 99. */
export function outOfHundred(score: number): number {
  if (score === 0 || score === 1) {
    return score * 100;
  }
  return Math.min(99, Math.max(1, Math.round(score * 100)));
}
