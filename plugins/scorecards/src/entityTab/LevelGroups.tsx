import { Entity } from '@backstage/catalog-model';
import { ScorecardResult } from '@fairlead/backstage-plugin-scorecards-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { checkKey } from '../links';
import { levelTitle } from '../states';
import { CheckAccordion } from './CheckAccordion';
import { CheckDetails } from './CheckDetails';
import { groupByLevel } from './groupByLevel';
import { useLevelProgressWords } from './useLevelProgressWords';
import { useOpenChecks } from './useOpenChecks';

const useStyles = makeStyles(
  theme => ({
    level: {
      display: 'flex',
      alignItems: 'baseline',
      gap: theme.spacing(1),
      margin: theme.spacing(2, 0, 0.5),
    },
    title: {
      ...theme.typography.subtitle1,
      fontWeight: 600,
      margin: 0,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FairleadLevelGroups' },
);

/** The checks of a scorecard level by level, each to be opened. */
export function LevelGroups(props: {
  result: ScorecardResult;
  entity: Entity;
}) {
  const { result, entity } = props;
  const classes = useStyles();
  const sayProgress = useLevelProgressWords();
  const { isOpen, toggle } = useOpenChecks();
  return (
    <>
      {groupByLevel(result).map(group => (
        <div key={group.level}>
          <div className={classes.level}>
            <h3 className={classes.title}>{levelTitle(group.level)}</h3>
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
    </>
  );
}
