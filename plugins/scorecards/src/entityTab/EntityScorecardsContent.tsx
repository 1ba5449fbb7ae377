import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityScorecards } from '../api/queries';
import { troubledFirst } from '../nextStep';
import { NothingToJudge } from '../nothingToJudge';
import { Loaded } from '../states';
import { ContentSkeleton } from './ContentSkeleton';
import { ScorecardPanel } from './ScorecardPanel';
import { TabSentence } from './TabSentence';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(3) } }),
  { name: 'FairleadEntityScorecardsContent' },
);

/**
 * All scorecards of an entity, check by check.
 *
 * @public
 */
export const EntityScorecardsContent = () => {
  const { entity } = useEntity();
  const classes = useStyles();
  const query = useEntityScorecards(stringifyEntityRef(entity), {
    entityUid: entity.metadata.uid,
  });
  return (
    <Loaded query={query} skeleton={<ContentSkeleton />}>
      {data =>
        data.scorecards.length === 0 ? (
          <NothingToJudge results={data} />
        ) : (
          <div className={classes.root}>
            <TabSentence results={data.scorecards} />
            {troubledFirst(data.scorecards).map(result => (
              <ScorecardPanel
                key={result.scorecardRef}
                result={result}
                entity={entity}
              />
            ))}
          </div>
        )
      }
    </Loaded>
  );
};
