import {
  FactDirectory,
  lintScorecard,
  ScorecardEntityV1alpha1,
  ScorecardFinding,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useMemo, useState } from 'react';
import useDebounce from 'react-use/lib/useDebounce';

const TYPING_PAUSE_MS = 500;

/** Values that may be tried while somebody waits to type on: some tenths of a second at most. */
const MOST_WORK = 100_000;

const NO_FINDINGS: ScorecardFinding[] = [];

/** What a valid definition had better not say, looked for when typing pauses. */
export function useFindings(
  definition: ScorecardEntityV1alpha1 | undefined,
  facts: FactDirectory | undefined,
): ScorecardFinding[] {
  const [settled, setSettled] = useState(definition);
  useDebounce(() => setSettled(definition), TYPING_PAUSE_MS, [definition]);
  const found = useMemo(
    () =>
      settled
        ? lintScorecard(settled, { facts, work: MOST_WORK })
        : NO_FINDINGS,
    [settled, facts],
  );
  return definition ? found : NO_FINDINGS;
}
