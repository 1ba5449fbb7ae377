import {
  definitionOf,
  FEWEST_FOR_VERDICT,
  MeasureId,
  TeamOverview,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useMeasureTitle } from '../../states';
import { deliveryTranslationRef } from '../../translation';
import { spreadOf } from './spread';
import { StripAxis } from './StripAxis';
import { stripScale } from './stripScale';
import { TeamRow } from './TeamRow';
import { useTeamStyles } from './useTeamStyles';

/** Teams with the spread of one measure each. The axis spans all teams, so that it stays when they are filtered. */
export function TeamTable(props: {
  all: readonly TeamOverview[];
  teams: readonly TeamOverview[];
  measure: MeasureId;
}) {
  const { all, teams, measure } = props;
  const classes = useTeamStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const title = useMeasureTitle()(measure);
  const { unit, aggregation } = definitionOf(measure);
  const scale = stripScale(
    all.flatMap(team => spreadOf(team, measure) ?? []),
    unit,
  );
  return (
    <>
      {scale && (
        <Typography variant="caption" color="textSecondary" component="p">
          {t('portal.teams.legend', { fewest: String(FEWEST_FOR_VERDICT) })}{' '}
          {scale.isLogarithmic && t('portal.teams.logarithmic')}
        </Typography>
      )}
      <div role="table" aria-label={title} className={classes.table}>
        <div role="rowgroup">
          <div role="row" className={`${classes.row} ${classes.header}`}>
            <span role="columnheader">{t('portal.teams.team')}</span>
            <span role="columnheader">
              <span className={classes.hidden}>{t('portal.teams.spread')}</span>
              {scale && <StripAxis scale={scale} unit={unit} />}
            </span>
            <span role="columnheader" className={classes.number}>
              {t(`portal.teams.value.${aggregation}`)}
            </span>
            <span role="columnheader" className={classes.number}>
              {t('portal.teams.counted')}
            </span>
            <span role="columnheader">{t('portal.teams.wait')}</span>
          </div>
        </div>
        <div role="rowgroup">
          {teams.map(team => (
            <TeamRow
              key={team.entityRef}
              classes={classes}
              team={team}
              spread={spreadOf(team, measure)}
              scale={scale}
            />
          ))}
        </div>
      </div>
    </>
  );
}
