import { ResponseErrorPanel } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { ReactNode } from 'react';
import { EmptyPanel } from './EmptyPanel';

/** What a family says of a request that failed, in the reader's language. @public */
export interface PanelWords {
  /** What could not be loaded. */
  errorTitle: string;
  /** The button that asks once more. */
  retry: string;
  notAllowedTitle: string;
  /** Which permission lacks, and whom to ask for it. */
  notAllowed: string;
}

/** Makes the panels of requests of a family, which speak of its own things in its own words. @public */
export function createPanels(useWords: () => PanelWords) {
  /** A failed request: in words where permission lacks, in full with a retry otherwise. */
  function ErrorPanel(props: { error: Error; onRetry?: () => void }) {
    const { error, onRetry } = props;
    const words = useWords();
    if ('statusCode' in error && error.statusCode === 403) {
      return (
        <EmptyPanel title={words.notAllowedTitle}>
          {words.notAllowed}
        </EmptyPanel>
      );
    }
    return (
      <Box role="alert">
        <ResponseErrorPanel title={words.errorTitle} error={error} />
        {onRetry && (
          <Box mt={1}>
            <Button variant="outlined" size="small" onClick={onRetry}>
              {words.retry}
            </Button>
          </Box>
        )}
      </Box>
    );
  }

  /**
   * What a query came to: the skeleton while there is nothing, the error when there is nothing to show instead, else
   * the data. Older data stay on screen while a newer request runs or fails.
   */
  function Loaded<T>(props: {
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

  return { ErrorPanel, Loaded };
}
