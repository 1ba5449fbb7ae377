import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { InfoCard, Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ScorecardResult } from '@fairlead/backstage-plugin-scorecards-common';
import { ClampedText, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useId, useState } from 'react';
import { checkKey } from '../links';
import { useSummaryWords } from '../nextStep';
import { scorecardRouteRef } from '../routes';
import { LevelLabel, Score, ScoreTerms } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { LevelGroups } from './LevelGroups';
import { useOpenChecks } from './useOpenChecks';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.5, 2),
      ...theme.typography.body2,
    },
    title: { ...theme.typography.h6, overflowWrap: 'anywhere', margin: 0 },
    sentence: { overflowWrap: 'anywhere' },
    end: {
      display: 'inline-flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 2),
      marginLeft: 'auto',
    },
    score: { display: 'inline-flex', gap: theme.spacing(0.5) },
    toggle: { textTransform: 'none' },
  }),
  { name: 'FairleadScorecardPanel' },
);

/** One scorecard of an entity, check by check; one that has nothing left to do keeps to a line until it is opened. */
export function ScorecardPanel(props: {
  result: ScorecardResult;
  entity: Entity;
}) {
  const { result, entity } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const say = useSummaryWords();
  const checksId = useId();
  const { isOpen } = useOpenChecks();
  const isDone = result.next === null;
  const [isShown, setIsShown] = useState(
    () =>
      !isDone ||
      result.checks.some(({ id }) => isOpen(checkKey(result.scorecardRef, id))),
  );
  const { namespace, name } = parseEntityRef(result.scorecardRef);
  const scorecardLink = useRouteRef(scorecardRouteRef)({ namespace, name });
  return (
    <InfoCard>
      <section aria-label={result.title}>
        <div className={classes.facts}>
          <h2 className={classes.title}>
            <ClampedText>{result.title}</ClampedText>
          </h2>
          <span className={classes.sentence}>{say(result)}</span>
          <LevelLabel level={result.level} levels={result.levels} />
          <span className={classes.score}>
            <Score score={result.score} parts={result.scoreParts} />
            <ScoreTerms />
          </span>
          <span className={classes.end}>
            {isDone && (
              <Button
                size="small"
                className={classes.toggle}
                aria-expanded={isShown}
                aria-controls={isShown ? checksId : undefined}
                onClick={() => setIsShown(!isShown)}
              >
                {isShown
                  ? t('entityTab.hideChecks')
                  : t('entityTab.showChecks', { count: result.checks.length })}
              </Button>
            )}
            <Link to={scorecardLink}>{t('entityTab.definition')}</Link>
          </span>
        </div>
        {isShown && (
          <div id={checksId}>
            <LevelGroups result={result} entity={entity} />
          </div>
        )}
      </section>
    </InfoCard>
  );
}
