import { Progress } from '@backstage/core-components';
import { ScorecardEntityV1alpha1 } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../../translation';
import { ChangedEntities } from './ChangedEntities';
import { countMoves } from './countMoves';
import { LevelTable } from './LevelTable';
import { MovesSentence } from './MovesSentence';
import { PreviewError } from './PreviewError';
import { Preview } from './usePreview';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(2) },
    outdated: { opacity: 0.6 },
    state: { minHeight: 24 },
  }),
  { name: 'FairleadPreviewPanel' },
);

/** What a draft would change: a sentence, sums, and entity by entity. */
export function PreviewPanel(props: {
  preview: Preview;
  /** The definition that the preview is of, or the last good one before it. */
  definition: ScorecardEntityV1alpha1 | undefined;
  /** How many problems of the text keep the effect from being computed. */
  problemCount: number;
}) {
  const { preview, definition, problemCount } = props;
  const isHeldUp = problemCount > 0;
  const { first, entities, isOutdated, error, more } = preview;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <div className={classes.root}>
      <Typography
        variant="body2"
        color="textSecondary"
        role="status"
        className={classes.state}
      >
        {state()}
      </Typography>
      {error && !isHeldUp && (
        <PreviewError error={error} onRetry={preview.retry} />
      )}
      {!first && !error && !isHeldUp && <Progress />}
      {first && first.problems.length === 0 && definition && (
        <div
          aria-busy={isOutdated}
          className={isOutdated ? classes.outdated : undefined}
        >
          {effect(first, definition)}
        </div>
      )}
    </div>
  );

  function state() {
    if (isHeldUp) {
      return t('portal.playground.problems.mend', { count: problemCount });
    }
    return isOutdated && !error && t('portal.preview.refreshing');
  }

  function effect(
    { totals }: NonNullable<typeof first>,
    { spec }: ScorecardEntityV1alpha1,
  ) {
    return (
      <>
        <MovesSentence
          levels={spec.levels}
          after={totals.after}
          moves={countMoves({
            levels: spec.levels,
            totals,
            entities,
            hasMore: more.has,
          })}
        />
        <LevelTable levels={spec.levels} totals={totals} />
        <ChangedEntities
          definition={spec}
          isNew={totals.before === null}
          entities={entities}
          more={more}
        />
      </>
    );
  }
}
