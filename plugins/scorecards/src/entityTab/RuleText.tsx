import Skeleton from '@material-ui/lab/Skeleton';
import { lazy, Suspense } from 'react';
import { useFacts } from '../api/queries';
import { useRule } from './useRule';

const RuleSentence = lazy(() => import('./RuleSentence'));

/** The rule of a check in plain language, as the version in force has it. */
export function RuleText(props: { scorecardRef: string; checkId: string }) {
  const { rule, isPending } = useRule(props);
  const facts = useFacts();
  const waiting = <Skeleton variant="text" width="50%" />;
  if (isPending || facts.isPending) {
    return waiting;
  }
  return rule ? (
    <Suspense fallback={waiting}>
      <RuleSentence rule={rule} facts={facts.data ?? []} />
    </Suspense>
  ) : (
    <>—</>
  );
}
