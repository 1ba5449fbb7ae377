import { parseEntityRef } from '@backstage/catalog-model';
import { saveFile } from '@fairlead/frontend-parts';
import useAsyncFn from 'react-use/lib/useAsyncFn';
import { useScorecardsApi } from '../../api/useScorecardsQuery';
import { MatrixFilters } from './filters/matrixFilters';

/** Saves what the matrix lists, all pages of it, as a CSV file. */
export function useCsvDownload(
  scorecardRef: string,
  filters: MatrixFilters,
  sort: string | undefined,
) {
  const { api } = useScorecardsApi();
  const [{ loading, error }, download] = useAsyncFn(async () => {
    const blob = await api.getScorecardEntitiesCsv(scorecardRef, {
      ...filters,
      ...(sort && { sort }),
    });
    saveFile(`${parseEntityRef(scorecardRef).name}.csv`, blob);
  }, [api, scorecardRef, filters, sort]);
  return { download, error, isLoading: loading };
}
