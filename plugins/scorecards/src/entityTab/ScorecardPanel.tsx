import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { InfoCard, Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ScorecardResult } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { checkKey } from '../links';
import { useSummaryWords } from '../nextStep';
import { scorecardRouteRef } from '../routes';
import { LevelLabel, levelTitle, Score } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { CheckAccordion } from './CheckAccordion';
import { CheckDetails } from './CheckDetails';
import { groupByLevel } from './groupByLevel';
import { useLevelProgressWords } from './useLevelProgressWords';
import { useOpenChecks } from './useOpenChecks';

const useStyles = makeStyles(
  theme => ({
    sentence: { fontWeight: 600, margin: 0, ...theme.typography.h6 },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.5, 2),
      ...theme.typography.body2,
    },
    title: { ...theme.typography.body1, overflowWrap: 'anywhere', margin: 0 },
    about: { marginLeft: 'auto' },
    level: {
      display: 'flex',
      alignItems: 'baseline',
      gap: theme.spacing(1),
      margin: theme.spacing(2, 0, 0.5),
    },
    levelTitle: { ...theme.typography.subtitle1, fontWeight: 600, margin: 0 },
  }),
  { name: 'FairleadScorecardPanel' },
);

/** One scorecard of an entity, check by check. */
export function ScorecardPanel(props: {
  result: ScorecardResult;
  entity: Entity;
}) {
  const { result, entity } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const say = useSummaryWords();
  const sayProgress = useLevelProgressWords();
  const { isOpen, toggle } = useOpenChecks();
  const { namespace, name } = parseEntityRef(result.scorecardRef);
  const scorecardLink = useRouteRef(scorecardRouteRef)({ namespace, name });
  return (
    <InfoCard>
      <section aria-label={result.title}>
        <div className={classes.facts}>
          <h2 className={classes.title}>{result.title}</h2>
          <LevelLabel level={result.level} levels={result.levels} />
          <Score score={result.score} parts={result.scoreParts} />
          <Link to={scorecardLink} className={classes.about}>
            {t('entityTab.definition')}
          </Link>
        </div>
        <p className={classes.sentence}>{say(result)}</p>
        {groupByLevel(result).map(group => (
          <div key={group.level}>
            <div className={classes.level}>
              <h3 className={classes.levelTitle}>{levelTitle(group.level)}</h3>
              <Typography variant="body2" color="textSecondary">
                {sayProgress(group)}
              </Typography>
            </div>
            {group.checks.map(check => {
              const key = checkKey(result.scorecardRef, check.id);
              return (
                <CheckAccordion
                  key={check.id}
                  id={`check-${key.replace(/[^\w-]/g, '-')}`}
                  check={check}
                  isOpen={isOpen(key)}
                  onToggle={() => toggle(key)}
                >
                  <CheckDetails
                    check={check}
                    entity={entity}
                    scorecardRef={result.scorecardRef}
                  />
                </CheckAccordion>
              );
            })}
          </div>
        ))}
      </section>
    </InfoCard>
  );
}
