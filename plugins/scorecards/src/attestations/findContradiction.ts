import {
  AskedQuestion,
  Attestation,
} from '@fairlead/backstage-plugin-scorecards-common';

/** The answers in force, if the check passes by some of them and not by others; none otherwise. */
export function findContradiction(
  answers: readonly Attestation[],
  { choices }: Pick<AskedQuestion, 'choices'>,
): Attestation[] {
  const counted = answers.filter(({ state }) => state === 'in-force');
  const passes = ({ choice }: Attestation) =>
    choices.find(({ id }) => id === choice)?.passes === true;
  const passing = counted.filter(passes);
  return passing.length > 0 && passing.length < counted.length ? counted : [];
}
