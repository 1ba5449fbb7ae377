import { Progress } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityScorecards } from '../../../api/queries';
import { CheckDetails } from '../../../entityTab/CheckDetails';
import { useSinceWords } from '../../../entityTab/useSinceWords';
import { CheckStatusLabel, ErrorPanel } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { OpenCell } from '../useOpenCell';
import { useCatalogEntity } from './useCatalogEntity';

const useStyles = makeStyles(
  theme => ({
    title: { overflowWrap: 'anywhere' },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 2),
      margin: theme.spacing(1, 0, 2),
    },
  }),
  { name: 'FairleadCheckPanelContent' },
);

/** The check of a cell, read anew so that it is as of now. */
export function CheckPanelContent(props: {
  titleId: string;
  scorecardRef: string;
  cell: OpenCell;
}) {
  const { titleId, scorecardRef, cell } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const sayingSince = useSinceWords();
  const results = useEntityScorecards(cell.entityRef);
  const entity = useCatalogEntity(cell.entityRef);
  const check = results.data?.scorecards
    .find(scorecard => scorecard.scorecardRef === scorecardRef)
    ?.checks.find(({ id }) => id === cell.checkId);
  const error = results.error ?? entity.error;

  return (
    <div aria-busy={results.isPending}>
      <Typography
        variant="h5"
        component="h3"
        id={titleId}
        className={classes.title}
      >
        {check?.title ?? cell.checkId}
      </Typography>
      <Typography variant="body2" component="div" className={classes.line}>
        <EntityRefLink entityRef={cell.entityRef} />
        {check && (
          <>
            <CheckStatusLabel status={check.status} />
            <Typography variant="body2" component="span" color="textSecondary">
              {sayingSince(check)}
            </Typography>
          </>
        )}
      </Typography>
      {body()}
    </div>
  );

  function body() {
    if (error) {
      return (
        <ErrorPanel
          error={error}
          onRetry={() => {
            results.refetch();
            entity.refetch();
          }}
        />
      );
    }
    if (results.isPending || entity.isPending) {
      return <Progress />;
    }
    if (!check || !entity.data) {
      return (
        <Typography variant="body2">{t('portal.panel.missing')}</Typography>
      );
    }
    return (
      <CheckDetails
        check={check}
        entity={entity.data}
        scorecardRef={scorecardRef}
      />
    );
  }
}
