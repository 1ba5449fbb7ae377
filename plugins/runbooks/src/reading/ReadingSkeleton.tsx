import Skeleton from '@material-ui/lab/Skeleton';

/** The page before its runbook: title, actions, text. */
export function ReadingSkeleton() {
  return (
    <>
      <Skeleton variant="text" width="60%" height={48} />
      <Skeleton variant="text" width="40%" />
      <Skeleton variant="rect" height={56} style={{ margin: '16px 0' }} />
      <Skeleton variant="rect" height={480} />
    </>
  );
}
