import Skeleton from '@material-ui/lab/Skeleton';
import { lazy, Suspense } from 'react';
import { useFacts, useScorecard } from '../api/queries';

const RuleSentence = lazy(() => import('./RuleSentence'));

/** The rule of a check in plain language, as the version in force has it. */
export function RuleText(props: { scorecardRef: string; checkId: string }) {
  const { scorecardRef, checkId } = props;
  const scorecard = useScorecard(scorecardRef);
  const facts = useFacts();
  const waiting = <Skeleton variant="text" width="50%" />;
  if (scorecard.isPending || facts.isPending) {
    return waiting;
  }
  const rule = scorecard.data?.definition.spec.checks.find(
    check => check.id === checkId,
  )?.rule;
  return rule ? (
    <Suspense fallback={waiting}>
      <RuleSentence rule={rule} facts={facts.data ?? []} />
    </Suspense>
  ) : (
    <>—</>
  );
}
