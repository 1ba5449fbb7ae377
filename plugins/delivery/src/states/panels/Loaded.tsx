import { ReactNode } from 'react';
import { ErrorPanel } from './ErrorPanel';

/**
 * What a query came to: the skeleton while there is nothing, the error when there is nothing to show instead, else the
 * data. Older data stay on screen while a newer request runs or fails.
 */
export function Loaded<T>(props: {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown };
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { query, skeleton, children } = props;
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  if (query.error) {
    return <ErrorPanel error={query.error} onRetry={() => query.refetch()} />;
  }
  return <div aria-busy>{skeleton}</div>;
}
