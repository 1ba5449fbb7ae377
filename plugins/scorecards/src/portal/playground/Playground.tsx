import { Link, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  locateCatalogFile,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useScorecard } from '../../api/queries';
import { rootRouteRef } from '../../routes';
import { scorecardsTranslationRef } from '../../translation';
import { definitionYaml } from '../definition';
import { starterScorecard } from '../starterScorecard';
import { StartFrom } from './StartFrom';
import { Workbench } from './Workbench';

/** Where a scorecard is tried out before anybody is judged by it. What it starts from stands in the address. */
export function Playground() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const root = useRouteRef(rootRouteRef);
  const [search, setSearch] = useSearchParams();
  const scorecardRef = search.get('scorecard') ?? undefined;
  const { data, error, isLoading } = useScorecard(scorecardRef ?? '', {
    enabled: scorecardRef !== undefined,
  });
  const live = useMemo(() => data && definitionYaml(data.definition), [data]);
  return (
    <>
      <Typography variant="body2">
        <Link to={root()}>{t('portal.back')}</Link>
      </Typography>
      <Typography variant="h4" component="h2">
        {t('portal.playground.title')}
      </Typography>
      <Typography variant="body2" gutterBottom>
        {t('portal.playground.intro')}
      </Typography>
      <StartFrom
        scorecardRef={scorecardRef}
        onChange={ref =>
          setSearch(ref ? { scorecard: ref } : {}, { replace: true })
        }
      />
      {isLoading ? (
        <Progress />
      ) : (
        <Workbench
          key={scorecardRef ?? ''}
          draftKey={scorecardRef ?? ''}
          original={scorecardRef ? live : starterScorecard}
          live={
            data && live
              ? {
                  yaml: live,
                  version: data.version,
                  scorecardRef: data.scorecardRef,
                  title: data.title,
                  file: fileOf(data.definition),
                }
              : undefined
          }
          loadError={error}
        />
      )}
    </>
  );
}

/** The address of the file that a scorecard comes from, if it is at a host. */
function fileOf(definition: ScorecardEntityV1alpha1): string | undefined {
  const file = locateCatalogFile(definition);
  return file?.type === 'url' ? file.target : undefined;
}
