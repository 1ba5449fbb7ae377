import { useScorecard } from '../api/queries';

/** The rule of a check as the version in force has it; undefined when it has the check no more. */
export function useRule(options: { scorecardRef: string; checkId: string }) {
  const { data, isPending } = useScorecard(options.scorecardRef);
  const check = data?.definition.spec.checks.find(
    ({ id }) => id === options.checkId,
  );
  return { rule: check?.rule, isPending };
}
